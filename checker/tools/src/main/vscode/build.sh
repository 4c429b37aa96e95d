#!/bin/sh
# Builds and tests relinquish.vsix from npm packages; writes it beside this script.
set -eu
cd "$(dirname "$0")"
npm install --no-audit --no-fund --silent
npm test
npm run package
