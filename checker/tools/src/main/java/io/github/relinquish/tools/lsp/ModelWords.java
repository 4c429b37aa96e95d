package io.github.relinquish.tools.lsp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the keys of protocol files mean, a sentence each; {@code docs/protocols.md} has the long form. */
final class ModelWords {
  private static final String TEXT = """
      api: title of the file
      source: where this was read: a document, a version
      constants: names for numbers that clauses may use
      kinds: kinds of resources
      calls: what calls do to resources
      name: unique name of a kind, dotted
      noun: what a developer calls the resource
      rule: the rule under which losing it is reported
      release: the releasing call as messages and fixes write it, {} standing for the resource
      leak: how serious losing it is: none, warning, error
      again: how serious a second release is
      afterwards: how serious a use after the release is
      thread: whether it is a state of the thread that acquired it
      fields: whether a class that keeps one in a field must release it
      quiet-when-shared: whether the duty ends once a part of it leaves the method
      parents: what the resource is made from
      role: which of the parents it is
      severity: how serious it is
      call: which calls: owner#name/arity, owner#name(type, type); * is any owner
      uses: what is there must be alive
      borrows: the call looks at it and keeps nothing
      implies: true as long as the place holds something
      ensures: what holds when the call returns
      throws: an exception that the call can throw
      asks: what an answer says of a resource
      unloads: a provider goes away
      ends: what is given back
      takes: the callee takes the duty over
      picks: an element is taken out of a container
      drops: what is there is forgotten
      runs: a closure that the call runs
      begins: a resource begins here
      lends: something that looks owned and is not begins here
      moves: what is at one place goes to another
      swaps: what is there is replaced if it is what was expected, and the answer says whether it was
      adds: the number there grows
      expected: what must be there for the exchange
      by: by how much; nobody knows where it is left out
      puts: what is at one place joins a container
      aliases: two places are the same resource
      derives: a part that makes the resource shared when it leaves
      names: what a resource is called by
      escapes: what is there is out of sight afterwards
      calls-named: a function is called by its name
      at: the place where it begins
      of: the place that is meant
      when: what must hold of the call's values
      otherwise: what holds when nothing began
      continues: an earlier handle whose duty moves on
      """;

  private ModelWords() {}

  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    TEXT.lines().forEach(line -> {
      int colon = line.indexOf(": ");
      meanings.put(line.substring(0, colon), line.substring(colon + 2));
    });
    return Collections.unmodifiableMap(meanings);
  }
}
