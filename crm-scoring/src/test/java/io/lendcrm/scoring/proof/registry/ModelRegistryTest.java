package io.lendcrm.scoring.proof.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.proof.registry.RegistryEntry.Act;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SetClock clock = new SetClock(NOON);
    private final ModelRegistry registry = InMemoryModelRegistry.of(clock);

    @Test
    void leadsAVersionFromDraftIntoForce() {
        VersionId id = registry.register("retail-card", file("one"), "Dora", "first card")
                .id();
        assertThat(registry.version(id).orElseThrow().status()).isEqualTo(ModelStatus.DRAFT);
        registry.validate(id, "Vera", "report 7");
        assertThat(registry.approve(id, "Ada", "fit for use").status()).isEqualTo(ModelStatus.VALIDATED);
        assertThat(registry.approve(id, "Ben", "agreed").status()).isEqualTo(ModelStatus.APPROVED);
        assertThat(registry.inForce("retail-card", NOON)).isEmpty();
        registry.putInForce(id, NOON.plusSeconds(60), null, "Olga", "go-live");

        assertThat(registry.inForce("retail-card", NOON.plusSeconds(59))).isEmpty();
        ModelFile found = registry.inForce("retail-card", NOON.plusSeconds(60)).orElseThrow();
        assertThat(found).isEqualTo(file("one"));
        assertThat(registry.trail())
                .extracting(RegistryEntry::act)
                .containsExactly(Act.REGISTERED, Act.VALIDATED, Act.APPROVED, Act.APPROVED, Act.PUT_IN_FORCE);
        assertThat(registry.trail().get(4).deed()).isEqualTo(new Deed("Olga", NOON, "go-live"));
    }

    @Test
    void approvalTakesTwoPeopleWhoDidNotDevelop() {
        VersionId id = registry.register("m", file("one"), "Dora", "new").id();
        assertThatThrownBy(() -> registry.approve(id, "Ada", "early"))
                .hasMessage("m/1 must be VALIDATED to be approved, found DRAFT");
        assertThatThrownBy(() -> registry.validate(id, "dora", "own work"))
                .hasMessage("m/1 must not be validated by its developer");
        registry.validate(id, "Vera", "ok");
        assertThatThrownBy(() -> registry.approve(id, " DORA ", "own work"))
                .hasMessage("m/1 must not be approved by its developer");
        registry.approve(id, "Ada  Lee", "ok");
        assertThatThrownBy(() -> registry.approve(id, "ada lee", "again"))
                .hasMessage("m/1 must be approved by two different people");
        assertThatThrownBy(() -> registry.putInForce(id, NOON, null, "Olga", "now"))
                .hasMessage("m/1 must be APPROVED to be put in force, found VALIDATED");

        assertThat(registry.trail()).hasSize(3);
        assertThat(registry.version(id).orElseThrow().approvals()).hasSize(1);
    }

    @Test
    void theNextVersionTakesOverAndTheLastOneCanComeBack() {
        VersionId one = approved("one");
        VersionId two = approved("two");
        registry.putInForce(one, NOON, null, "Olga", "start");
        clock.set(NOON.plusSeconds(100));
        registry.putInForce(two, NOON.plusSeconds(200), null, "Olga", "better");
        clock.set(NOON.plusSeconds(300));
        assertThat(registry.versionInForce("m", NOON.plusSeconds(199))).contains(one);
        assertThat(registry.versionInForce("m", NOON.plusSeconds(200))).contains(two);

        registry.rollBack(one, "Olga", "worse after all");

        assertThat(registry.versionInForce("m", NOON.plusSeconds(300))).contains(one);
        assertThat(registry.periods("m"))
                .containsExactly(
                        new InForcePeriod(one, NOON, NOON.plusSeconds(200)),
                        new InForcePeriod(two, NOON.plusSeconds(200), NOON.plusSeconds(300)),
                        new InForcePeriod(one, NOON.plusSeconds(300), null));
        assertThatThrownBy(() -> registry.rollBack(one, "Olga", "twice"))
                .hasMessage("m/1 is in force, there is nothing to go back from");
        assertThatThrownBy(() -> registry.rollBack(approved("three"), "Olga", "never used"))
                .hasMessage("m/3 must have been in force to be gone back to");
        assertThatThrownBy(() -> registry.putInForce(two, NOON, null, "Olga", "rewrite the past"))
                .hasMessageStartingWith("from must not be before now=2026-03-01T12:05:00Z");
    }

    @Test
    void aRetiredVersionIsInForceNoMoreButWasBefore() {
        VersionId one = approved("one");
        registry.putInForce(one, NOON, null, "Olga", "start");
        clock.set(NOON.plusSeconds(10));
        registry.retire(one, "Olga", "data stopped");

        assertThat(registry.inForce("m", NOON.plusSeconds(10))).isEmpty();
        assertThat(registry.versionInForce("m", NOON.plusSeconds(9))).contains(one);
        assertThatThrownBy(() -> registry.rollBack(one, "Olga", "back"))
                .hasMessage("m/1 must be APPROVED to be gone back to, found RETIRED");
        assertThatThrownBy(() -> registry.retire(one, "Olga", "again")).hasMessage("m/1 is retired");
    }

    @Test
    void aFileThatIsNotTheOneRegisteredIsRefused() {
        Map<String, byte[]> shelf = new HashMap<>();
        ModelRegistry kept = InMemoryModelRegistry.of(clock, new ModelStorage() {
            @Override
            public void put(String checksum, byte[] bytes) {
                shelf.put(checksum, bytes);
            }

            @Override
            public Optional<byte[]> get(String checksum) {
                return Optional.ofNullable(shelf.get(checksum));
            }
        });
        RegisteredModel draft = kept.register("m", file("points 17"), "Dora", "new");
        assertThat(kept.load(draft.id()).bytes()).isEqualTo("points 17".getBytes(UTF_8));
        // printf 'points 17' | sha256sum
        assertThat(draft.checksum()).isEqualTo(CHECKSUM);

        shelf.put(draft.checksum(), "points 71".getBytes(UTF_8));
        assertThatThrownBy(() -> kept.load(draft.id()))
                .isInstanceOf(ChecksumMismatchException.class)
                .hasMessageStartingWith("the file of m/1 must have SHA-256 " + CHECKSUM + ", found ");
        shelf.clear();
        assertThatThrownBy(() -> kept.load(draft.id())).hasMessageEndingWith("found no file");
    }

    private static final String CHECKSUM = "6e681b3e18c4107e54adb28d2ef6e020ccfe36a6cf583b580727063fecb225e8";

    @Test
    void aStoredModelComesBackAsTheModel() {
        Scorecard card = Scorecard.of(
                100, List.of(Characteristic.of(Bins.numeric(Feature.numeric("age", "years"), 30.0), 0, 20, 5)));
        ModelJson json = ModelJson.standard();
        VersionId id = registry.register("card", ModelFile.from(card, json), "Dora", "new")
                .id();

        ModelFile file = registry.load(id);
        assertThat(file.model(json, Scorecard.class).score(new double[] {31})).isEqualTo(120);
        assertThat(ModelFile.read(file.bytes(), json)).isEqualTo(file);
        assertThat(file.info()).isEqualTo(card.info());
    }

    @Test
    void whatItGaveOutCannotBeChanged() {
        byte[] bytes = "one".getBytes(UTF_8);
        ModelFile file = ModelFile.of(bytes, info());
        bytes[0] = 'x';
        file.bytes()[1] = 'x';
        VersionId id = registry.register("m", file, "Dora", "new").id();
        registry.load(id).bytes()[2] = 'x';
        List<RegistryEntry> before = registry.trail();
        RegisteredModel draft = registry.version(id).orElseThrow();
        registry.validate(id, "Vera", "ok");

        assertThat(registry.load(id).bytes()).isEqualTo("one".getBytes(UTF_8));
        assertThat(before).hasSize(1);
        assertThat(draft.status()).isEqualTo(ModelStatus.DRAFT);
        assertThatThrownBy(() -> registry.trail().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aClockThatGoesBackDoesNotChangeTheOrderOfDeeds() {
        VersionId id = registry.register("m", file("one"), "Dora", "new").id();
        clock.set(NOON.minusSeconds(5));

        assertThat(registry.validate(id, "Vera", "ok")
                        .validation()
                        .orElseThrow()
                        .when())
                .isEqualTo(NOON);
    }

    @Test
    void manyThreadsLeaveOneOrderAndNoGap() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        VersionId id = registry.register("m", file("v" + i % 7), "Dora", "try " + i)
                                .id();
                        registry.validate(id, "Vera", "ok");
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
            VersionId one = new VersionId("m", 1);
            List<Callable<Boolean>> votes = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            registry.approve(one, "Ada", "ok");
                            return true;
                        } catch (IllegalArgumentException | IllegalStateException refused) {
                            return false;
                        }
                    })
                    .toList();
            int accepted = 0;
            for (Future<Boolean> vote : threads.invokeAll(votes)) {
                accepted += vote.get() ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(registry.versions("m"))
                .extracting(v -> v.id().number())
                .isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(registry.trail())
                .extracting(RegistryEntry::number)
                .isEqualTo(IntStream.rangeClosed(1, 401).mapToObj(i -> (long) i).toList());
    }

    @Test
    void namesTheRule() {
        assertThatThrownBy(() -> registry.register("Card", file("one"), "Dora", "new"))
                .hasMessage("model must match [a-z][a-z0-9.-]*, found \"Card\"");
        assertThatThrownBy(() -> registry.register("card", file("one"), " ", "new"))
                .hasMessage("who and why must not be blank");
        assertThatThrownBy(() -> registry.validate(new VersionId("card", 1), "Vera", "ok"))
                .hasMessage("there is no card/1");
        assertThat(registry.trail()).isEmpty();
    }

    private VersionId approved(String content) {
        VersionId id = registry.register("m", file(content), "Dora", "new").id();
        registry.validate(id, "Vera", "ok");
        registry.approve(id, "Ada", "ok");
        registry.approve(id, "Ben", "ok");
        return id;
    }

    private static ModelFile file(String content) {
        return ModelFile.of(content.getBytes(UTF_8), info());
    }

    private static ModelInfo info() {
        return ModelInfo.of("points", Run.sequential(), 0, "");
    }
}
