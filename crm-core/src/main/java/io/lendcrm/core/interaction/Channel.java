package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Locale;

/**
 * The way an interaction took; a lender may add its own. Immutable and thread-safe.
 *
 * @param code a short name in lower case
 */
public record Channel(@Classified(DataClass.ORDINARY) String code) implements Comparable<Channel> {

    /** A branch or office. */
    public static final Channel BRANCH = new Channel("branch");
    /** The client's relationship manager. */
    public static final Channel MANAGER = new Channel("manager");
    /** The telephone. */
    public static final Channel PHONE = new Channel("phone");
    /** The mobile application. */
    public static final Channel APP = new Channel("app");
    /** The web site. */
    public static final Channel WEB = new Channel("web");
    /** Electronic mail. */
    public static final Channel EMAIL = new Channel("email");
    /** Letters. */
    public static final Channel POST = new Channel("post");
    /** Social media. */
    public static final Channel SOCIAL = new Channel("social");
    /** A partner or agent. */
    public static final Channel PARTNER = new Channel("partner");
    /** Booked by a system, with nobody taking part. */
    public static final Channel SYSTEM = new Channel("system");

    public Channel {
        requireNonNull(code, "code");
        if (code.isBlank()) {
            throw new IllegalArgumentException("channel must not be blank");
        }
    }

    /**
     * A channel by its code.
     *
     * @param code the code; {@code "App "} and {@code "app"} are the same channel
     * @return the channel
     */
    public static Channel parse(String code) {
        return new Channel(code.strip().toLowerCase(Locale.ROOT));
    }

    /** Orders by code. */
    @Override
    public int compareTo(Channel other) {
        return code.compareTo(other.code);
    }
}
