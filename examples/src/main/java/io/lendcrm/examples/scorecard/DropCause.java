package io.lendcrm.examples.scorecard;

import io.lendcrm.examples.report.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a column isn't in a card, in both languages and with as many digits as people read. */
final class DropCause {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private DropCause() {}

    static Text text(String cause) {
        String value = number(cause);
        if (cause.startsWith("information value")) {
            return Text.of("information value " + value, "信息值 " + value);
        }
        if (cause.startsWith("wrong sign")) {
            return Text.of("wrong sign, coefficient " + value, "系数 " + value + ",符号相反");
        }
        if (cause.startsWith("correlation")) {
            String other = cause.substring(cause.indexOf("with ") + "with ".length());
            return Text.of("correlation " + value + " with " + other, "与 " + other + " 的相关系数 " + value);
        }
        if (cause.startsWith("has the same value")) {
            return Text.of("the same in every row", "所有行取值相同");
        }
        if (cause.startsWith("is missing in every row")) {
            return Text.of("missing in every row", "所有行都缺失");
        }
        return Text.of("a single bin: no other keeps the rules or tells more", "只有一个分箱,其他分箱不合规则或没有更多信息");
    }

    private static String number(String cause) {
        Matcher number = NUMBER.matcher(cause);
        return number.find()
                ? new BigDecimal(number.group()).round(new MathContext(3)).toPlainString()
                : "";
    }
}
