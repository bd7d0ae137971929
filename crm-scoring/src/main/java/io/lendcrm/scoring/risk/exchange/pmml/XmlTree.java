package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.model.ModelFormatException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML from anywhere: no document type, hence no entities of the file's own and nothing fetched from elsewhere; bounded
 * bytes, depth, elements, attributes and text. What stands inside an {@code Extension} is passed over, whoever it belongs to.
 */
final class XmlTree {

    static final int MOST_BYTES = 64 << 20;
    static final int MOST_ELEMENTS = 1_000_000;
    static final int DEEPEST = 512;
    static final int LONGEST_ATTRIBUTE = 1 << 16;
    static final int LONGEST_TEXT = 1 << 20;
    static final int LONGEST_TEXTS = 8 << 20;
    static final int MOST_ATTRIBUTES = 64;

    private static final String NAMESPACE = "http://www.dmg.org/PMML-4";

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Set<String> ENCODINGS = Set.of(
            "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "US-ASCII", "ISO-8859-1", "WINDOWS-1252", "GBK", "GB18030");

    private final XMLStreamReader in;
    private int elements;
    private int texts;

    private XmlTree(XMLStreamReader in) {
        this.in = in;
    }

    static XmlElement read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ModelFormatException("the file", "at most " + MOST_BYTES + " bytes, found " + bytes.length);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // the JDKs differ in theirs: our own holds on all of them
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("nothing is fetched from elsewhere");
        });
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(decoded(bytes)));
            try {
                return new XmlTree(in).read();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new ModelFormatException("line " + line, "expected well-formed XML: " + told(e), e);
        }
    }

    /** Decoded here and not by the parser, which would tell the standard error stream of bytes that are no text. */
    private static String decoded(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
        String encoding = "UTF-8";
        int from = 0;
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            encoding = "UTF-16";
        } else if (head.startsWith("\u00EF\u00BB\u00BF")) {
            from = 3;
        } else {
            Matcher declared = DECLARED.matcher(head);
            encoding = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : encoding;
        }
        if (!ENCODINGS.contains(encoding) || !Charset.isSupported(encoding)) {
            throw new ModelFormatException(
                    "line 1",
                    "encoding must be one of " + ENCODINGS.stream().sorted().toList() + ", found \"" + encoding + "\"");
        }
        try {
            return Charset.forName(encoding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException("the file", "expected text in " + encoding, e);
        }
    }

    private static String told(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return XmlElement.clipped(at < 0 ? message : message.substring(at + "Message: ".length()));
    }

    private XmlElement read() throws XMLStreamException {
        @Nullable XmlElement root = null;
        XmlElement[] path = new XmlElement[DEEPEST];
        int depth = 0;
        int extension = DEEPEST; // the depth of the outermost Extension we are in
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = start(depth == 0 ? null : path[depth - 1], extension < depth);
                    if (depth == DEEPEST) {
                        throw element.fault("expected at most " + DEEPEST + " elements in one another");
                    }
                    if (element.name().equals("Extension")) {
                        extension = Math.min(extension, depth);
                    }
                    path[depth++] = element;
                    root = root == null ? element : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    extension = extension == depth ? DEEPEST : extension;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    // Text means something in an Array only; elsewhere it is indents.
                    if (depth > 0
                            && extension == DEEPEST
                            && path[depth - 1].name().equals("Array")) {
                        append(path[depth - 1], in.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new ModelFormatException(
                            "line " + in.getLocation().getLineNumber(),
                            "a document type and entities of its own are not allowed");
                default -> {} // comments, processing instructions, the end
            }
        }
        if (root == null) {
            throw new ModelFormatException("line 1", "expected a PMML element, found none");
        }
        return root;
    }

    private void append(XmlElement array, String text) {
        array.append(text, LONGEST_TEXT);
        texts += text.length();
        if (texts > LONGEST_TEXTS) {
            throw array.fault("arrays must have at most " + LONGEST_TEXTS + " characters in all");
        }
    }

    private XmlElement start(@Nullable XmlElement parent, boolean extension) {
        int line = in.getLocation().getLineNumber();
        int count = in.getAttributeCount();
        Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>();
        for (int i = 0; i < Math.min(count, MOST_ATTRIBUTES); i++) {
            if (in.getAttributeNamespace(i) == null
                    || in.getAttributeNamespace(i).isEmpty()) {
                attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
        XmlElement element = new XmlElement(XmlElement.clipped(in.getLocalName()), line, parent, attributes);
        if (count > MOST_ATTRIBUTES) {
            throw element.fault("expected at most " + MOST_ATTRIBUTES + " attributes, found " + count);
        }
        if (++elements > MOST_ELEMENTS) {
            throw element.fault("expected at most " + MOST_ELEMENTS + " elements in the file");
        }
        attributes.forEach((name, value) -> {
            if (value.length() > LONGEST_ATTRIBUTE) {
                throw element.fault(XmlElement.clipped(name) + " must be at most " + LONGEST_ATTRIBUTE
                        + " characters, found " + value.length());
            }
        });
        String namespace = in.getNamespaceURI();
        boolean ours = namespace == null || namespace.isEmpty() || namespace.startsWith(NAMESPACE);
        if (!ours && !extension) {
            throw element.fault(
                    "expected an element of " + NAMESPACE + "_x, found one of " + XmlElement.clipped(namespace));
        }
        if (parent != null && !extension) {
            parent.add(element);
        }
        return element;
    }
}
