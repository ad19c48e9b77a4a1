package org.trustflex.descriptors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The little of XML that descriptors need. */
final class Xml {

    private static final String NO_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";

    private Xml() {
    }

    /** The root element of a file. */
    static Element read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException unreadable) {
            throw new AssertionError(file + " can't be read: " + unreadable, unreadable);
        }
    }

    /** The root element of a stream that is called {@code name} where it is no XML. */
    static Element read(InputStream in, String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DTD, false);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (SAXException | ParserConfigurationException noXml) {
            throw new AssertionError(name + " is no well-formed XML: " + noXml.getMessage(), noXml);
        }
    }

    /** The element itself and all elements below it. */
    static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), children(element).flatMap(Xml::all));
    }

    /** All elements below (or at) {@code element} that have this name. */
    static Stream<Element> all(Element element, String name) {
        return all(element).filter(found -> found.getTagName().equals(name));
    }

    static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Attributes by name. */
    static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            attributes.put(attribute.getName(), attribute.getValue());
        }
        return attributes;
    }

    /** The text of the first child of this name; empty if there is none. */
    static String text(Element element, String child) {
        return children(element).filter(found -> found.getTagName().equals(child)).map(Element::getTextContent)
                .map(String::strip).findFirst().orElse("");
    }
}
