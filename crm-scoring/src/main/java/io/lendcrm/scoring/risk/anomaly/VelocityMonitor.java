package io.lendcrm.scoring.risk.anomaly;

import io.lendcrm.core.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches a stream of activities in order of time, each judged once, in one pass, by what came before it. It keeps what lies
 * within the longest window of each key, and for {@link VelocityRule.FirstSeen} what each client has had; keys of which
 * nothing is left are dropped now and then. An activity that breaks no rule allocates next to nothing. Not thread-safe; confine to one
 * thread, or have one monitor for each part of the keys.
 */
public final class VelocityMonitor {

    private static final int SWEEP = 1 << 16;

    private final List<VelocityRule> rules;
    private final List<Map<String, Window>> windows = new ArrayList<>();
    private final List<Map<String, Set<String>>> seen = new ArrayList<>();
    private final List<Map<String, Integer>> known = new ArrayList<>();
    private Instant last = Instant.MIN;
    private long activities;

    private VelocityMonitor(List<VelocityRule> rules) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            windows.add(new HashMap<>());
            seen.add(new HashMap<>());
            known.add(new HashMap<>());
        }
    }

    /**
     * A monitor that has seen nothing yet.
     *
     * @param rules the rules, names distinct
     * @return the monitor
     * @throws IllegalArgumentException if two rules have the same name
     */
    public static VelocityMonitor of(List<VelocityRule> rules) {
        List<String> names = rules.stream().map(VelocityRule::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("rules must have distinct names, found " + names);
        }
        return new VelocityMonitor(List.copyOf(rules));
    }

    /** {@return how many activities were judged} */
    public long activities() {
        return activities;
    }

    /**
     * Judges the next activity.
     *
     * @param activity not before the one judged last
     * @return the rules it breaks, in their order; mostly none
     * @throws IllegalArgumentException if it is before the one judged last
     */
    public List<Flag> judge(Activity activity) {
        if (activity.at().isBefore(last)) {
            throw new IllegalArgumentException(
                    "activities must be in order of time, found " + activity.at() + " after " + last);
        }
        last = activity.at();
        List<Flag> flags = List.of();
        for (int i = 0; i < rules.size(); i++) {
            Flag flag = judge(i, rules.get(i), activity);
            if (flag != null) {
                flags = flags.isEmpty() ? new ArrayList<>(2) : flags;
                flags.add(flag);
            }
        }
        if (++activities % SWEEP == 0) {
            sweep();
        }
        return flags.isEmpty() ? flags : List.copyOf(flags);
    }

    private @Nullable Flag judge(int at, VelocityRule rule, Activity activity) {
        switch (rule.kind()) {
            case COUNT -> {
                VelocityRule.Count count = (VelocityRule.Count) rule;
                Window window = window(at, count.per(), count.window(), activity, false);
                return window == null || window.count() <= count.most()
                        ? null
                        : flag(rule, "anomaly.count", window.count(), count.most(), count.window());
            }
            case AMOUNT -> {
                VelocityRule.Amount amount = (VelocityRule.Amount) rule;
                Window window = window(at, amount.per(), amount.window(), activity, false);
                double sum = window == null ? 0 : window.amount();
                return sum <= amount.most() ? null : flag(rule, "anomaly.amount", sum, amount.most(), amount.window());
            }
            case SHARED -> {
                VelocityRule.Shared shared = (VelocityRule.Shared) rule;
                Window window = window(at, shared.attribute(), shared.window(), activity, true);
                return window == null || window.clients() <= shared.most()
                        ? null
                        : flag(rule, "anomaly.shared", window.clients(), shared.most(), shared.window());
            }
            case FIRST_SEEN -> {
                return firstSeen(at, (VelocityRule.FirstSeen) rule, activity);
            }
        }
        throw new IllegalStateException("no such rule: " + rule.kind());
    }

    private @Nullable Window window(int at, String per, Duration length, Activity activity, boolean byClient) {
        String client = activity.client().value();
        String key = per.isEmpty() ? client : activity.attributes().get(per);
        if (key == null) {
            return null;
        }
        Window window = windows.get(at).get(key);
        if (window == null) {
            window = new Window(byClient);
            windows.get(at).put(key, window);
        }
        window.add(nanos(activity.at()), length.toNanos(), activity.amount(), client);
        return window;
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private @Nullable Flag firstSeen(int at, VelocityRule.FirstSeen rule, Activity activity) {
        String value = activity.attributes().get(rule.attribute());
        if (value == null) {
            return null;
        }
        String client = activity.client().value();
        boolean isNew =
                seen.get(at).computeIfAbsent(client, c -> new HashSet<>(4)).add(value);
        int before = known.get(at).merge(client, 1, Integer::sum) - 1;
        if (!isNew || before < rule.known() || activity.amount() < rule.from()) {
            return null;
        }
        Reason reason = Reason.of(
                "anomaly.first-seen",
                activity.amount() - rule.from(),
                Map.of(
                        "rule", rule.name(),
                        "attribute", rule.attribute(),
                        "value", text(activity.amount()),
                        "threshold", text(rule.from()),
                        "known", Integer.toString(before)));
        return new Flag(rule.name(), activity.amount(), rule.from(), reason);
    }

    private static Flag flag(VelocityRule rule, String code, double value, double most, Duration window) {
        Reason reason = Reason.of(
                code,
                value - most,
                Map.of(
                        "rule", rule.name(),
                        "value", text(value),
                        "threshold", text(most),
                        "window", text(window.toSeconds() / 3600.0)));
        return new Flag(rule.name(), value, most, reason);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private void sweep() {
        long now = nanos(last);
        for (int i = 0; i < rules.size(); i++) {
            long length = length(rules.get(i));
            windows.get(i).values().removeIf(window -> {
                window.forget(now, length);
                return window.count() == 0;
            });
        }
    }

    private static long length(VelocityRule rule) {
        return switch (rule.kind()) {
            case COUNT -> ((VelocityRule.Count) rule).window().toNanos();
            case AMOUNT -> ((VelocityRule.Amount) rule).window().toNanos();
            case SHARED -> ((VelocityRule.Shared) rule).window().toNanos();
            case FIRST_SEEN -> 0;
        };
    }
}
