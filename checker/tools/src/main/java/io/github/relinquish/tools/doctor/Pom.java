package io.github.relinquish.tools.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One pom as it stands in its file. No document type is let in, so nothing outside of the file is ever read. */
final class Pom {
  private final Element project;

  private Pom(Element project) {
    this.project = project;
  }

  /** @throws IOException where it is not well-formed */
  static Pom read(byte[] text) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return new Pom(builder.parse(new ByteArrayInputStream(text)).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where the parent's pom lies, relative to this one's folder; empty where there is none or it comes from a repository. */
  Optional<String> parent() {
    Optional<Element> parent = child(project, "parent");
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    Optional<Element> path = child(parent.get(), "relativePath");
    return path.map(p -> p.getTextContent().strip()).or(() -> Optional.of("../pom.xml")).filter(p -> !p.isEmpty());
  }

  /** Artifact that the parent must be; the file that {@link #parent()} names may be another. */
  String parentArtifact() {
    return child(project, "parent").map(p -> text(p, "artifactId")).orElse("");
  }

  String artifact() {
    return text(project, "artifactId");
  }

  boolean isCompiled() {
    return !text(project, "packaging").equals("pom");
  }

  /** Folders or files of the modules, those of profiles included. */
  List<String> modules() {
    List<String> modules = new ArrayList<>();
    for (String name : List.of("module", "subproject")) {
      named(project, name).stream().filter(m -> m.getParentNode().getNodeName().equals(name + "s"))
          .forEach(m -> modules.add(m.getTextContent().strip()));
    }
    return modules;
  }

  /** Its own properties, those of profiles too; they may name each other. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    for (Element block : named(project, "properties")) {
      children(block).forEach(property -> properties.putIfAbsent(property.getTagName(), property.getTextContent().strip()));
    }
    return properties;
  }

  /** Configurations of the compiler, in whatever section, management or profile. */
  List<Element> compilerConfigurations() {
    return named(project, "plugin").stream().filter(plugin -> text(plugin, "artifactId").equals("maven-compiler-plugin"))
        .flatMap(plugin -> named(plugin, "configuration").stream()).toList();
  }

  /** Whether the toolchains plugin runs; being managed alone does not run it. */
  boolean asksForToolchain() {
    return named(project, "plugin").stream().filter(plugin -> text(plugin, "artifactId").equals("maven-toolchains-plugin"))
        .anyMatch(plugin -> !isBelow(plugin, "pluginManagement"));
  }

  private static boolean isBelow(Node node, String name) {
    for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
      if (at.getNodeName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The text of a child as it stands; empty where there is none. */
  static String text(Element parent, String name) {
    return child(parent, name).map(it -> it.getTextContent().strip()).orElse("");
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getTagName().equals(name)).findFirst();
  }

  static List<Element> named(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The parser prints to standard error by itself; its exceptions are enough. */
  private static final class Silent implements ErrorHandler {
    @Override public void warning(SAXParseException e) {}

    @Override public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
