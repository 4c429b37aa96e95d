-- Drives Neovim's own client as the recipe in RELINQUISH_RECIPE sets it up; works with 0.7 and newer. Writes what it saw, a line each.
local result = {}

local function finish(why)
  if why then
    table.insert(result, why)
  end
  local out = io.open(vim.env.RELINQUISH_RESULT, 'w')
  out:write(table.concat(result, '\n'), '\n')
  out:close()
  vim.cmd('qa!')
end

vim.cmd('filetype on')
dofile(vim.env.RELINQUISH_RECIPE)
vim.cmd('edit ' .. vim.env.RELINQUISH_FILE)

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local original = text()
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients

local function await(count)
  return vim.wait(120000, function()
    return #clients() > 0 and #vim.diagnostic.get(0) == count
  end, 50)
end

if not await(1) then
  return finish('no diagnostic: ' .. vim.inspect(vim.diagnostic.get(0)))
end
local leak = vim.diagnostic.get(0)[1]
local related = leak.user_data.lsp.relatedInformation
local path = related and #related > 1 and 'with a path' or 'without a path'
table.insert(result, 'shown ' .. leak.user_data.lsp.code .. ' at ' .. leak.lnum .. ' ' .. path)

local params = {
  textDocument = vim.lsp.util.make_text_document_params(0),
  range = { start = { line = leak.lnum, character = leak.col }, ['end'] = { line = leak.end_lnum, character = leak.end_col } },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 120000)
local client, answer = next(answers or {})
local actions = answer and answer.result or {}
if #actions == 0 then
  return finish('no code action: ' .. vim.inspect(answers))
end
local offset = vim.lsp.get_client_by_id(client).offset_encoding
vim.lsp.util.apply_workspace_edit(actions[1].edit, offset)
if not await(0) then
  return finish('still there: ' .. vim.inspect(vim.diagnostic.get(0)))
end
table.insert(result, text():find('finally') and 'gone, with a finally' or 'gone')

vim.cmd('silent undo')
if not await(1) then
  return finish('not back: ' .. vim.inspect(vim.diagnostic.get(0)))
end
table.insert(result, text() == original and 'back as it was' or 'back')

vim.cmd('silent write')
vim.cmd('edit ' .. vim.fn.expand('%:p:h') .. '/Other.java')
vim.wait(1000, function() return #clients() > 1 end, 50)
table.insert(result, #clients() .. ' server')
finish()
