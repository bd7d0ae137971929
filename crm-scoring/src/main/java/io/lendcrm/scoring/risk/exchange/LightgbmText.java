package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.model.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sections of LightGBM's text: a head, and one a tree, each of lines {@code name=value}; what stands behind {@code end of
 * trees} is the trainer's notes, of which only pandas' categories matter.
 */
record LightgbmText(Section head, List<Section> trees, String pandas) {

    /** Named values and where they stand. */
    record Section(int line, Map<String, String> values, Map<String, Integer> lines) {

        boolean has(String name) {
            return values.containsKey(name);
        }

        String text(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new ModelFormatException("line " + line, name + " must be there, found nothing");
            }
            return value;
        }

        ModelFormatException fault(String name, String problem) {
            return new ModelFormatException("line " + lines.getOrDefault(name, line), name + " " + problem);
        }

        int whole(String name) {
            int[] values = wholes(name);
            if (values.length != 1) {
                throw fault(name, "must be one whole number, found " + values.length);
            }
            return values[0];
        }

        int[] wholes(String name) {
            String[] words = words(name);
            int[] numbers = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                try {
                    numbers[i] = Integer.parseInt(words[i]);
                } catch (NumberFormatException e) {
                    throw notNumber(name, "whole numbers of 32 bits", words[i]);
                }
            }
            return numbers;
        }

        /** Words of 32 bits without a sign. */
        int[] bits(String name) {
            String[] words = words(name);
            int[] numbers = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                try {
                    numbers[i] = Integer.parseUnsignedInt(words[i]);
                } catch (NumberFormatException e) {
                    throw notNumber(name, "numbers of 32 bits without a sign", words[i]);
                }
            }
            return numbers;
        }

        double[] decimals(String name) {
            String[] words = words(name);
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                try {
                    numbers[i] = Double.parseDouble(words[i]);
                } catch (NumberFormatException e) {
                    throw notNumber(name, "numbers", words[i]);
                }
            }
            return numbers;
        }

        private String[] words(String name) {
            String text = text(name).strip();
            return text.isEmpty() ? new String[0] : text.split(" +");
        }

        private ModelFormatException notNumber(String name, String wanted, String found) {
            String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
            return fault(name, "must be " + wanted + ", found \"" + shown + "\"");
        }
    }

    static LightgbmText of(byte[] model) {
        String text = decode(model);
        Section head = section(1);
        Section now = head;
        List<Section> trees = new ArrayList<>();
        String pandas = "";
        boolean ended = false;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number == 1) {
                if (!line.equals("tree")) {
                    throw new ModelFormatException("line 1", "must be \"tree\", as LightGBM's models begin");
                }
            } else if (ended) {
                pandas = line.startsWith("pandas_categorical:")
                        ? line.substring("pandas_categorical:".length())
                        : pandas;
            } else if (line.equals("end of trees")) {
                ended = true;
            } else if (!line.isBlank()) {
                int at = line.indexOf('=');
                String name = at < 0 ? line : line.substring(0, at);
                if (name.equals("Tree")) {
                    now = section(number);
                    trees.add(now);
                }
                if (now.values.put(name, at < 0 ? "" : line.substring(at + 1)) != null) {
                    throw new ModelFormatException("line " + number, name + " must be there once, found twice");
                }
                now.lines.put(name, number);
            }
        }
        if (!ended) {
            throw new ModelFormatException(
                    "line " + (number + 1), "\"end of trees\" must follow, found the file's end");
        }
        return new LightgbmText(head, trees, pandas.strip());
    }

    private static Section section(int line) {
        return new Section(line, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private static String decode(byte[] model) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(model))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException("line 1", "text must be UTF-8", e);
        }
    }
}
