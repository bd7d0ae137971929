package io.lendcrm.examples.page;

/** The colours that tell groups apart; beyond eight they come again, so that names must stand beside them. */
final class Hue {

    private static final int COLOURS = 8;

    private Hue() {}

    /** The style that gives an element the colour of a group; without a group, that of what is muted. */
    static String style(int group) {
        return "style=\"--hue:var(--" + (group < 0 ? "soft" : "c" + (group % COLOURS + 1)) + ")\"";
    }
}
