package io.lendcrm.core.reason;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reason texts by language and code. A text names its arguments in braces, as in {@code {feature} is {value}};
 * {@code {contribution}} is the reason's contribution with a sign. Immutable and thread-safe.
 */
public final class ReasonCatalogue implements ReasonTexts {

    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private final Map<String, Map<String, String>> byLanguage;

    private ReasonCatalogue(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * The texts of every module on the class path, and of the host: all resources
     * {@code META-INF/lendcrm/reasons_en.properties} and {@code reasons_zh.properties}, in UTF-8.
     *
     * @return the catalogue
     * @throws IllegalStateException if two resources give one code different texts
     * @throws UncheckedIOException if a resource can't be read
     */
    public static ReasonCatalogue standard() {
        ClassLoader loader = ReasonCatalogue.class.getClassLoader();
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (String language : LANGUAGES) {
            Map<String, String> all = new TreeMap<>();
            for (URL resource : resources(loader, "META-INF/lendcrm/reasons_" + language + ".properties")) {
                read(resource).forEach((code, text) -> {
                    String other = all.putIfAbsent(code, text);
                    if (other != null && !other.equals(text)) {
                        throw new IllegalStateException("reason " + code + " has two texts in " + language);
                    }
                });
            }
            texts.put(language, all);
        }
        return new ReasonCatalogue(texts);
    }

    /**
     * The codes that have a text in a language.
     *
     * @param language the language
     * @return the codes in order
     */
    public Set<String> codes(Locale language) {
        return new TreeSet<>(texts(language.getLanguage()).keySet());
    }

    @Override
    public String text(Reason reason, Locale language) {
        String code = reason.code().value();
        @Nullable String text = texts(language.getLanguage()).get(code);
        if (text == null) {
            text = texts("en").get(code);
        }
        if (text == null) {
            return reason.arguments().isEmpty() ? code : code + " " + reason.arguments();
        }
        Matcher argument = ARGUMENT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (argument.find()) {
            argument.appendReplacement(
                    filled, Matcher.quoteReplacement(value(reason, argument.group(1), argument.group())));
        }
        return argument.appendTail(filled).toString();
    }

    private static String value(Reason reason, String name, String placeholder) {
        if (name.equals("contribution")) {
            return String.format(Locale.ROOT, "%+.2f", reason.contribution());
        }
        return reason.arguments().getOrDefault(name, placeholder);
    }

    private Map<String, String> texts(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    private static List<URL> resources(ClassLoader loader, String name) {
        try {
            List<URL> found = new ArrayList<>(Collections.list(loader.getResources(name)));
            found.sort((a, b) -> a.toString().compareTo(b.toString()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(URL resource) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(code -> texts.put(code, properties.getProperty(code)));
        return texts;
    }
}
