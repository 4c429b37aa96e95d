package io.github.relinquish.tools.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the compiler's set-up from a pom. No document type is let in, so nothing outside of the file is ever read. */
final class PomReader {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
  private static final int DEEPEST = 8;

  private final Document pom;
  private final Map<String, String> properties = new TreeMap<>();

  private PomReader(Document pom) {
    this.pom = pom;
    for (Element block : named(pom.getDocumentElement(), "properties")) {
      for (Element property : children(block)) {
        properties.putIfAbsent(property.getTagName(), property.getTextContent().strip());
      }
    }
  }

  /**
   * The set-up in a pom.
   *
   * @throws IOException where it is not well-formed
   */
  static MavenSetup read(byte[] pom) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return new PomReader(builder.parse(new ByteArrayInputStream(pom))).setup();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private MavenSetup setup() {
    List<String> arguments = new ArrayList<>();
    List<String> processors = new ArrayList<>();
    boolean isForked = "true".equals(properties.get("maven.compiler.fork"));
    boolean hasToolchain = false;
    for (Element plugin : named(pom.getDocumentElement(), "plugin")) {
      String artifact = text(plugin, "artifactId");
      hasToolchain |= artifact.equals("maven-toolchains-plugin");
      if (!artifact.equals("maven-compiler-plugin")) {
        continue;
      }
      for (Element configuration : named(plugin, "configuration")) {
        arguments.addAll(arguments(configuration));
        isForked |= text(configuration, "fork").equals("true");
        hasToolchain |= !named(configuration, "jdkToolchain").isEmpty();
        for (Element path : named(configuration, "path")) {
          processors.add(text(path, "groupId") + ":" + text(path, "artifactId") + ":" + text(path, "version"));
        }
      }
    }
    return new MavenSetup(arguments, processors, isForked, hasToolchain);
  }

  private List<String> arguments(Element configuration) {
    List<String> arguments = new ArrayList<>();
    for (Element block : named(configuration, "compilerArgs")) {
      children(block).forEach(argument -> arguments.add(resolved(argument.getTextContent())));
    }
    String single = text(configuration, "compilerArgument");
    if (!single.isEmpty()) {
      arguments.add(single);
    }
    return arguments;
  }

  private String text(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getTagName().equals(name)).findFirst()
        .map(child -> resolved(child.getTextContent())).orElse("");
  }

  private String resolved(String text) {
    String resolved = text.strip().replaceAll("\\s+", " ");
    for (int i = 0; i < DEEPEST && resolved.contains("${"); i++) {
      resolved = PROPERTY.matcher(resolved)
          .replaceAll(hit -> Matcher.quoteReplacement(properties.getOrDefault(hit.group(1), hit.group())));
    }
    return resolved;
  }

  private static List<Element> named(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
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
