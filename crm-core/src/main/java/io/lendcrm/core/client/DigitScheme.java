package io.lendcrm.core.client;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scheme in which each digit more narrows the industry, and ranges of the first two digits form the top level.
 *
 * @param name the scheme's name
 * @param steps the levels; the top one has no digits of its own
 * @param tops the top level's codes
 * @param dotted whether a dot stands after the second digit
 */
record DigitScheme(String name, List<Step> steps, List<Top> tops, boolean dotted) implements IndustryScheme {

    private static final Pattern FORM = Pattern.compile("([A-Z])?(\\d{2})(?:\\.?(\\d{1,4}))?");

    /** A level and how many digits its codes have. */
    record Step(String level, int digits) {}

    /** A code of the top level and the first and last two digits that belong to it. */
    record Top(String code, int first, int last) {}

    DigitScheme {
        steps = List.copyOf(steps);
        tops = List.copyOf(tops);
    }

    static DigitScheme nace() {
        return new DigitScheme("NACE", sectionsTo("class"), revision4(), true);
    }

    static DigitScheme isic() {
        return new DigitScheme("ISIC", sectionsTo("class"), revision4(), false);
    }

    static DigitScheme chinese() {
        return new DigitScheme(
                "GB/T 4754",
                sectionsTo("class"),
                tops("A 1-5,B 6-12,C 13-43,D 44-46,E 47-50,F 51-52,G 53-60,H 61-62,I 63-65,J 66-69,K 70,L 71-72,"
                        + "M 73-75,N 76-79,O 80-82,P 83,Q 84-85,R 86-90,S 91-96,T 97"),
                false);
    }

    static DigitScheme naics() {
        return new DigitScheme(
                "NAICS",
                List.of(
                        new Step("sector", 0),
                        new Step("subsector", 3),
                        new Step("industry group", 4),
                        new Step("industry", 5),
                        new Step("national industry", 6)),
                tops("11 11,21 21,22 22,23 23,31-33 31-33,42 42,44-45 44-45,48-49 48-49,51 51,52 52,53 53,54 54,55 55,"
                        + "56 56,61 61,62 62,71 71,72 72,81 81,92 92"),
                false);
    }

    private static List<Step> sectionsTo(String narrowest) {
        return List.of(new Step("section", 0), new Step("division", 2), new Step("group", 3), new Step(narrowest, 4));
    }

    /** NACE Rev. 2 is built on ISIC Rev. 4: their sections and divisions are the same. */
    private static List<Top> revision4() {
        return tops("A 1-3,B 5-9,C 10-33,D 35,E 36-39,F 41-43,G 45-47,H 49-53,I 55-56,J 58-63,K 64-66,L 68,M 69-75,"
                + "N 77-82,O 84,P 85,Q 86-88,R 90-93,S 94-96,T 97-98,U 99");
    }

    private static List<Top> tops(String table) {
        NavigableMap<Integer, Top> found = new TreeMap<>();
        for (String row : table.split(",")) {
            String[] cells = row.split(" ");
            String[] range = cells[1].split("-");
            int first = Integer.parseInt(range[0]);
            found.put(first, new Top(cells[0], first, Integer.parseInt(range[range.length - 1])));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<String> levels() {
        return steps.stream().map(Step::level).toList();
    }

    @Override
    public String canonical(String code) {
        if (isTop(code)) {
            return code;
        }
        Matcher form = FORM.matcher(code);
        if (form.matches()) {
            String section = form.group(1);
            String digits = form.group(2) + (form.group(3) == null ? "" : form.group(3));
            Optional<Top> top = topOf(form.group(2));
            if (top.isPresent() && (section == null || section.equals(top.get().code()))) {
                if (steps.stream().anyMatch(step -> step.digits() == digits.length())) {
                    return withDot(digits);
                }
                if (digits.length() == 2) {
                    return top.get().code();
                }
            }
        }
        throw new IllegalArgumentException("industry code must be a code of " + name + " with its "
                + String.join(", ", levels()) + " written like " + example() + ", found \"" + code + "\"");
    }

    @Override
    public String levelOf(String code) {
        String form = canonical(code);
        int digits = isTop(form) ? 0 : digits(form).length();
        return steps.stream()
                .filter(step -> step.digits() == digits)
                .findFirst()
                .orElseThrow()
                .level();
    }

    @Override
    public Optional<String> rollUp(String code, String level) {
        Step to = steps.stream()
                .filter(step -> step.level().equals(level))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("level must be one of " + levels() + ", found \"" + level + "\""));
        String from = canonical(code);
        if (isTop(from)) {
            return to.digits() == 0 ? Optional.of(from) : Optional.empty();
        }
        String digits = digits(from);
        if (to.digits() == 0) {
            return topOf(digits.substring(0, 2)).map(Top::code);
        }
        return digits.length() < to.digits()
                ? Optional.empty()
                : Optional.of(withDot(digits.substring(0, to.digits())));
    }

    private boolean isTop(String code) {
        return tops.stream().anyMatch(top -> top.code().equals(code));
    }

    private Optional<Top> topOf(String twoDigits) {
        int number = Integer.parseInt(twoDigits);
        return tops.stream()
                .filter(top -> top.first() <= number && number <= top.last())
                .findFirst();
    }

    private String withDot(String digits) {
        return dotted && digits.length() > 2 ? digits.substring(0, 2) + "." + digits.substring(2) : digits;
    }

    private static String digits(String canonical) {
        return canonical.replace(".", "");
    }

    private String example() {
        return tops.get(0).code() + " or "
                + withDot("1".repeat(steps.get(steps.size() - 1).digits()));
    }
}
