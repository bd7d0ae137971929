package io.lendcrm.scoring.risk.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** What isn't understood is refused with its place; no bytes whatever make another failure. */
class HostileTreesTest {

    private static final String JSON = Taiwan.text("taiwan-xgboost.json");
    private static final String TEXT = Taiwan.text("taiwan-lightgbm.txt");

    @Test
    void xgboostModelsThatCannotBeReadAreNamed() {
        assertXgboost("\"name\":\"gbtree\"", "\"name\":\"dart\"", "$.learner.gradient_booster.name", "must be gbtree");
        assertXgboost("\"num_class\":\"0\"", "\"num_class\":\"3\"", "num_class", "several classes");
        assertXgboost("\"num_target\":\"1\"", "\"num_target\":\"2\"", "num_target", "several classes or targets");
        assertXgboost("binary:logistic", "multi:softmax", "$.learner.objective.name", "found \"multi:softmax\"");
        assertXgboost("\"version\":[2,1,4]", "\"version\":[0,9,0]", "$.version", "must be 1.x to 3.x");
        assertXgboost("\"base_score\":\"2E-1\"", "\"base_score\":\"[1E-1,2E-1]\"", "base_score", "one number");
        assertXgboost("\"base_score\":\"2E-1\"", "\"base_score\":\"1E0\"", "base_score", "within (0, 1)");
        assertXgboost("\"size_leaf_vector\":\"1\"", "\"size_leaf_vector\":\"2\"", "trees[0].tree_param", "vectors");
        assertXgboost("\"tree_info\":[0,", "\"tree_info\":[1,", "tree_info", "must be 0 for every tree");
    }

    @Test
    void xgboostTreesThatAreNoneAreRefused() {
        assertXgboost("\"left_children\":[1,3,", "\"left_children\":[1,0,", "trees[0]", "must lead to one within");
        assertXgboost("\"left_children\":[1,3,", "\"left_children\":[1,2,", "trees[0]", "reached by one way");
        assertXgboost("\"left_children\":[1,3,", "\"left_children\":[1,99,", "trees[0]", "found 99");
        assertXgboost("\"left_children\":[1,3,", "\"left_children\":[1,", "right_children", "must have 30 values");
        assertXgboost("\"split_indices\":[5,", "\"split_indices\":[23,", "$.learner", "tree 0: feature of node 0");
        assertXgboost("\"split_conditions\":[2E0,", "\"split_conditions\":[1E39,", "trees[0]", "must be finite");
        assertXgboost("\"split_conditions\":[2E0,", "\"split_conditions\":[NaN,", "line 1", "NaN");
    }

    @Test
    void olderAndNewerSpellingsOfXgboostAreRead() {
        TreeEnsemble model = XgboostReader.defaults().read(bytes(JSON));
        String brackets = JSON.replace("\"base_score\":\"2E-1\"", "\"base_score\":\"[2E-1]\"");
        assertThat(XgboostReader.defaults().read(bytes(brackets)).sum()).isEqualTo(model.sum());
        String unnamed = JSON.replaceFirst("\"feature_names\":\\[[^]]*]", "\"feature_names\":[]");
        assertThat(XgboostReader.defaults().read(bytes(unnamed)).schema().names())
                .startsWith("f0", "f1");
        Matcher flags = java.util.regex.Pattern.compile("(?<=\"default_left\":\\[)[^]]*")
                .matcher(JSON);
        String first =
                flags.replaceAll(list -> list.group().replace("1", "true").replace("0", "false"));
        assertThat(XgboostReader.defaults().read(bytes(first)).trees()).isEqualTo(model.trees());
        assertThat(model.info().options()).containsEntry("version", "2.1.4").containsEntry("format", "json");
        assertThat(model.info().fingerprint())
                .isEqualTo("548c734117ead179bf7e18faafcdb1cbbd733bf6840bb3835333b8a65119cda8");
    }

    @Test
    void aSchemaGivenMustFit() {
        TreeEnsemble model = XgboostReader.defaults().read(bytes(JSON));
        FeatureSchema other = FeatureSchema.of(model.schema().features().stream()
                .map(f -> f.name().equals("sex") ? Feature.numeric("gender", "") : f)
                .toList());
        assertThatThrownBy(() -> XgboostReader.defaults().withSchema(other).read(bytes(JSON)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("feature 1 of the schema given is gender, the model's is sex");
        assertThat(LightgbmReader.defaults()
                        .withSchema(model.schema())
                        .read(bytes(TEXT))
                        .schema())
                .isEqualTo(model.schema());
    }

    @Test
    void lightgbmModelsThatCannotBeReadAreNamed() {
        assertLightgbm("version=v4", "version=v9", "line 2", "must be v3 or v4");
        assertLightgbm("num_class=1", "num_class=3", "line 3", "several classes");
        assertLightgbm("objective=binary sigmoid:1", "objective=multiclass num_class:3", "line 7", "multiclass");
        assertLightgbm("objective=binary sigmoid:1", "objective=binary sigmoid:-1", "line 7", "sigmoid above 0");
        assertLightgbm("is_linear=0", "is_linear=1", "line 27", "linear trees");
        assertLightgbm("num_leaves=15", "num_leaves=2147483647", "leaf_value", "must be num_leaves = 2147483647");
        assertLightgbm("split_feature=5 6", "split_feature=5 99", "line 1", "tree 0: feature of node 1");
        assertLightgbm("left_child=1 2", "left_child=1 1", "line 12", "reached by one way");
        assertLightgbm("left_child=1 2", "left_child=1 0", "line 12", "must lead to one within");
        assertLightgbm("left_child=1 2", "left_child=1 -16", "line 12", "must lead to one within");
        assertLightgbm("threshold=1.5000000000000002", "threshold=nan", "line 17", "must be numbers");
        assertLightgbm("threshold=1.5000000000000002", "threshold=NaN", "line 12", "must be finite, found NaN");
        assertLightgbm("end of trees", "end of three", "line", "\"end of trees\" must follow");
        assertLightgbm("tree_sizes=1715 ", "tree_sizes=", "line 10", "must name 20 trees");
    }

    @Test
    void categoriesOfLightgbmAreSets() {
        String model = TEXT.replaceFirst("num_cat=0\nsplit_feature=5 6", "num_cat=1\nsplit_feature=1 6")
                .replaceFirst("threshold=1.5000000000000002", "threshold=0")
                .replaceFirst("decision_type=2", "decision_type=1")
                .replaceFirst("is_linear=0", "cat_boundaries=0 1\ncat_threshold=4\nis_linear=0");
        TreeEnsemble read = LightgbmReader.defaults().read(bytes(model));
        double[] row = Taiwan.rows()[0];
        int[] two = new int[20];
        int[] one = new int[20];
        row[1] = 2;
        read.leaves(row, two);
        row[1] = 1;
        read.leaves(row, one);

        assertThat(two[0]).isNotEqualTo(one[0]);
        assertLightgbm(t -> model.replace("cat_boundaries=0 1", "cat_boundaries=0 9"), "line 27", "must go up from 0");
        assertLightgbm(t -> model.replace("cat_threshold=4", "cat_threshold=-4"), "line 28", "without a sign");
        String twice = model.replaceFirst("threshold=0 [^ ]+", "threshold=0 0")
                .replaceFirst("decision_type=1 [0-9]+", "decision_type=1 1");
        assertLightgbm(t -> twice, "line", "a set of its own, found 0 twice");
    }

    @Test
    void namesThatAreAllAlikeAreToldApartInBoundedTime() {
        int count = 40_000;
        String names = "\"feature_names\":[" + "\"a\",".repeat(count - 1) + "\"a 2\"]";
        String many = JSON.replaceFirst("\"feature_names\":\\[[^]]*]", names)
                .replace("\"num_feature\":\"23\"", "\"num_feature\":\"" + count + "\"");
        List<String> read = XgboostReader.defaults().read(bytes(many)).schema().names();
        assertThat(read).startsWith("a", "a_2", "a_3").endsWith("a_39999", "a_2_2");
        String unnamed = JSON.replaceFirst("\"feature_names\":\\[[^]]*]", "\"feature_names\":[]")
                .replace("\"num_feature\":\"23\"", "\"num_feature\":\"2000000000\"");
        assertThatThrownBy(() -> XgboostReader.defaults().read(bytes(unnamed)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("in a file without names, found 2000000000");
    }

    @Test
    void ubjsonAnnouncesNoMoreThanItHas() {
        assertUbj("at byte", "a count must fit", "{", "L", 1L, "a", "[$d#L", Long.MAX_VALUE);
        assertUbj("at byte", "a count must fit", "{", "L", 1L, "a", "[#L", 1L << 40);
        assertUbj("at byte", "the type of a list must be", "{", "L", 1L, "a", "[$T#L", 1L << 40);
        assertUbj("at byte", "a text must have", "{L", Long.MAX_VALUE);
        assertUbj("at byte", "a text must have", "{L", -1L);
        assertUbj("at byte", "at most 64 levels", "{", "L", 1L, "a", "[".repeat(100_000));
        assertUbj("at byte", "must be finite", "{", "L", 1L, "a", "d", Float.NaN);
        assertUbj("at byte", "found its end", "{L");
    }

    @Test
    void theOldBinaryFormatAndLongFilesAreRefused() {
        assertThatThrownBy(() -> XgboostReader.defaults().read(bytes("binf\0\0\0")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("save it as JSON or UBJ");
        assertThatThrownBy(() -> XgboostReader.defaults().withLongest(1000).read(bytes(JSON)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("at most 1000 bytes");
        assertThatThrownBy(() -> XgboostReader.defaults().read(bytes("{\"a\":" + "[".repeat(100_000))))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void damagedBytesAreReadOrRefusedAndNothingElse() {
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (String file : new String[] {"taiwan-xgboost.json", "taiwan-xgboost.ubj", "taiwan-lightgbm.txt"}) {
            byte[] whole = Taiwan.bytes(file);
            for (int i = 0; i < 60; i++) {
                byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int k = 0; k < 3 && damaged.length > 0; k++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    TreeEnsemble read = file.endsWith("txt")
                            ? LightgbmReader.defaults().read(damaged)
                            : XgboostReader.defaults().read(damaged);
                    assertThat(read.trees()).isNotEmpty();
                } catch (ModelFormatException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(90);
    }

    private static void assertXgboost(String part, String broken, String place, String problem) {
        assertThat(JSON).contains(part);
        String model = JSON.replaceFirst(java.util.regex.Pattern.quote(part), Matcher.quoteReplacement(broken));
        assertThatThrownBy(() -> XgboostReader.defaults().read(bytes(model)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    private static void assertLightgbm(String part, String broken, String place, String problem) {
        assertThat(TEXT).contains(part);
        assertLightgbm(
                text -> text.replaceFirst(java.util.regex.Pattern.quote(part), Matcher.quoteReplacement(broken)),
                place,
                problem);
    }

    private static void assertLightgbm(Function<String, String> change, String place, String problem) {
        assertThatThrownBy(() -> LightgbmReader.defaults().read(bytes(change.apply(TEXT))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    private static void assertUbj(String place, String problem, Object... parts) {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Long number) {
                model.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            } else if (part instanceof Float number) {
                model.writeBytes(
                        ByteBuffer.allocate(Float.BYTES).putFloat(number).array());
            } else {
                model.writeBytes(bytes((String) part));
            }
        }
        assertThatThrownBy(() -> XgboostReader.defaults().read(model.toByteArray()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
