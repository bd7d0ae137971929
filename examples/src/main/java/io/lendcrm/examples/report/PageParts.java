package io.lendcrm.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The files the page is put together from; line ends are those an HTML parser leaves, so that hashes hold. */
final class PageParts {
    private static final String CHARTS = "/META-INF/maven/org.webjars/echarts/pom.properties";

    private PageParts() {}

    static String resource(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script of the review's page. */
    static String script() {
        return script(
                "page-basics.js",
                "page-plots.js",
                "page-charts.js",
                "page-sections.js",
                "page-scores.js",
                "page-purchases.js",
                "page-lending.js",
                "page-clients.js",
                "page-method.js",
                "page-frame.js");
    }

    /** Our scripts share one scope of their own. */
    static String script(String... names) {
        StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
        for (String name : names) {
            script.append(resource(name));
        }
        return script.append("})();\n").toString();
    }

    /** Apache ECharts, its licence note in front, from the artifact on the class path whatever its version. */
    static String charts() {
        Properties artifact = new Properties();
        try (InputStream in = PageParts.class.getResourceAsStream(CHARTS)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks org.webjars:echarts");
            }
            artifact.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource("/META-INF/resources/webjars/echarts/" + artifact.getProperty("version") + "/echarts.min.js");
    }
}
