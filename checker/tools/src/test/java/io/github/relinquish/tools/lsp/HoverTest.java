package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;

/** What is said of a variable at the cursor: which protocol, which state, whose it is. A mark in a comment tells the state before its line. */
class HoverTest extends InFolder {
  private static final String LOCALS = """
      void several(GSSManager manager, GSSName name, boolean early) throws GSSException {
        GSSContext it = null;          // not acquired here
        it = open(manager, name);      // acquired here
        it.isEstablished();            // live here
        if (early) {
          it.dispose();                // live here
          it.isEstablished();          // released here
        }
        it.isEstablished();            // maybe released here: on some paths, not on others
        it.dispose();                  // maybe released here: on some paths, not on others
        it.isEstablished();            // released here
      }
      """;
  private static final String ALIAS = """
      void twoNames(GSSManager manager, GSSName name) throws GSSException {
        GSSContext one = open(manager, name);
        GSSContext it = one;           // live here
        it.isEstablished();            // live here
        one.dispose();
        it.isEstablished();            // released here
      }
      """;
  private static final String LOOP = """
      void rounds(GSSManager manager, GSSName name) throws GSSException {
        for (int i = 0; i < 9; i++) {
          GSSContext it = open(manager, name);  // acquired here
          it.isEstablished();          // live here
          it.dispose();                // live here
          it.isEstablished();          // released here
        }
      }
      """;
  private static final String PARAMETER = """
      void end(GSSContext it, boolean early) throws GSSException {
        it.isEstablished();            // live here
        if (early) {
          it.dispose();                // live here
        }
        it.isEstablished();            // maybe released here: on some paths, not on others
        it.dispose();                  // maybe released here: on some paths, not on others
        it.isEstablished();            // released here
      }
      """;
  private static final String FIELD = """
      private GSSContext it;

      void start(GSSManager manager, GSSName name) throws GSSException {
        it = open(manager, name);      // acquired here
        it.isEstablished();            // live here
      }

      void stop() throws GSSException {
        it.isEstablished();            // live here
        this.it.dispose();             // live here
        it.isEstablished();            // released here
      }
      """;
  private static final String OWNER = """
      static class Session implements AutoCloseable {
        private GSSContext kept;

        void start(GSSManager manager, GSSName name) throws GSSException {
          kept = manager.createContext(name, null, null, 0);
        }

        @Override public void close() throws GSSException {
          kept.dispose();
        }
      }

      void owned(GSSManager manager, GSSName name) throws GSSException {
        Session it = new Session();    // not acquired here
        it.start(manager, name);       // acquired here
        it.hashCode();                 // live here
        it.close();                    // live here
        it.hashCode();                 // released here
      }
      """;

  private static String unit(String members) {
    return "package com.acme;\n\nimport org.ietf.jgss.*;\n\nclass All {\n" + members
        + "  static GSSContext open(GSSManager manager, GSSName name) throws GSSException {\n"
        + "    return manager.createContext(name, null, null, 0);\n  }\n}\n";
  }

  @Test void statesOfALocal() throws Exception {
    String said = check(LOCALS);
    assertTrue(said.startsWith("**security context** `it` (protocol `gss.ctx`)"), said);
    assertTrue(said.contains("acquired at line 8; released by `it.dispose()`"), said);
    assertTrue(said.contains("- released when the method returns"), said);
  }

  @Test void aSecondNameIsTheSameResource() throws Exception {
    check(ALIAS);
  }

  @Test void eachRoundOfALoopHasItsOwn() throws Exception {
    check(LOOP);
  }

  @Test void statesOfAParameter() throws Exception {
    String said = check(PARAMETER);
    assertTrue(said.startsWith("**security context** `it` (protocol `gss.ctx`)"), said);
    assertTrue(said.contains("given by the caller, taken to be live when the method begins; released by `it.dispose()`"), said);
  }

  @Test void statesOfAFieldInEveryMethod() throws Exception {
    String said = check(FIELD);
    assertTrue(said.contains("kept in a field, taken to be live when the method begins; released by `it.dispose()`"), said);
  }

  @Test void statesOfAnOwner() throws Exception {
    String said = check(OWNER);
    assertTrue(said.startsWith("**owner of a security context** `it` (protocol `gss.ctx`)"), said);
    assertTrue(said.contains("; released by `it.close()`"), said);
  }

  @Test void nothingIsSaidWhereThereIsNoResource() throws Exception {
    String text = unit("  int plus(int it) {\n    return it + 1;\n  }\n");
    try (Client client = new Client().start()) {
      assertNull(hover(client, client.open(folder.resolve("com/acme/All.java"), text), 6, 11));
    }
  }

  /** Every mark is what is said on {@code it} in its line; answers all that is said at the last one. */
  private String check(String members) throws Exception {
    String text = unit(members);
    List<String> expected = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    String last = "";
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/All.java"), text);
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Matcher marked = Pattern.compile("\\bit\\b.*// (.*)").matcher(lines.get(i));
        if (marked.find()) {
          last = hover(client, uri, i, marked.start() + 1).getContents().getRight().getValue();
          expected.add(i + ": **" + marked.group(1) + "**");
          shown.add(i + ": " + last.lines().skip(2).findFirst().orElse(""));
        }
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", shown));
    return last;
  }

  private static Hover hover(Client client, String uri, int line, int character) {
    return Client.get(client.server.getTextDocumentService().hover(new HoverParams(new TextDocumentIdentifier(uri), new Position(line, character))));
  }
}
