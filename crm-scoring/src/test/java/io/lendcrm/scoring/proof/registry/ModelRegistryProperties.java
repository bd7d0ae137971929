package io.lendcrm.scoring.proof.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Sequences of operations by four people on four versions: the registry accepts what a second, plain account of the rules
 * accepts, never reaches a forbidden state, and never changes the past.
 */
class ModelRegistryProperties {

    private static final List<String> PEOPLE = List.of("Dora", "Ada", "Ben", "Cid");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    enum Kind {
        REGISTER,
        VALIDATE,
        APPROVE,
        PUT_IN_FORCE,
        ROLL_BACK,
        RETIRE
    }

    record Step(Kind kind, int version, int person, int pause, int from, int length) {}

    /** What the rules say, kept apart from the registry. */
    private static final class Account {
        final List<ModelStatus> status = new ArrayList<>();
        final List<String> developer = new ArrayList<>();
        final List<Set<String>> approvers = new ArrayList<>();
        final Map<Integer, Integer> plan = new HashMap<>();
        final Set<Integer> onceInForce = new HashSet<>();

        boolean accepts(Step step, int now) {
            int v = step.version();
            String person = PEOPLE.get(step.person());
            if (step.kind() == Kind.REGISTER) {
                status.add(ModelStatus.DRAFT);
                developer.add(person);
                approvers.add(new HashSet<>());
                return true;
            }
            if (v >= status.size()) {
                return false;
            }
            switch (step.kind()) {
                case VALIDATE:
                    if (status.get(v) != ModelStatus.DRAFT || developer.get(v).equals(person)) {
                        return false;
                    }
                    status.set(v, ModelStatus.VALIDATED);
                    return true;
                case APPROVE:
                    if (status.get(v) != ModelStatus.VALIDATED
                            || developer.get(v).equals(person)
                            || !approvers.get(v).add(person)) {
                        return false;
                    }
                    status.set(v, approvers.get(v).size() == 2 ? ModelStatus.APPROVED : ModelStatus.VALIDATED);
                    return true;
                case PUT_IN_FORCE:
                    if (status.get(v) != ModelStatus.APPROVED || step.from() < 0) {
                        return false;
                    }
                    plan(v, now + step.from(), step.length() == 0 ? END : now + step.from() + step.length());
                    return true;
                case ROLL_BACK:
                    if (status.get(v) != ModelStatus.APPROVED
                            || !onceInForce.contains(v)
                            || Integer.valueOf(v).equals(plan.get(now))) {
                        return false;
                    }
                    plan(v, now, END);
                    return true;
                default:
                    if (status.get(v) == ModelStatus.RETIRED) {
                        return false;
                    }
                    status.set(v, ModelStatus.RETIRED);
                    plan.entrySet().removeIf(e -> e.getKey() >= now && e.getValue() == v);
                    return true;
            }
        }

        void plan(int version, int from, int until) {
            plan.keySet().removeIf(second -> second >= from);
            for (int second = from; second < until; second++) {
                plan.put(second, version);
            }
        }

        /** Seconds from one time up to another are over. */
        void pass(int from, int to) {
            for (int second = from; second < to; second++) {
                if (plan.containsKey(second)) {
                    onceInForce.add(plan.get(second));
                }
            }
        }
    }

    private static final int END = 300;

    @Property(tries = 200)
    void noSequenceOfOperationsReachesAForbiddenState(@ForAll("steps") List<Step> steps) {
        SetClock clock = new SetClock(START);
        ModelRegistry registry = InMemoryModelRegistry.of(clock);
        Account account = new Account();
        List<RegistryEntry> trail = List.of();
        Map<Integer, Optional<VersionId>> past = new HashMap<>();
        int now = 0;
        for (Step step : steps) {
            for (int second = now; second < now + step.pause(); second++) {
                past.put(second, registry.versionInForce("m", START.plusSeconds(second)));
            }
            account.pass(now, now + step.pause());
            now += step.pause();
            clock.set(START.plusSeconds(now));
            boolean accepted = accepted(registry, step, START.plusSeconds(now));

            assertThat(accepted).as("%s at %d", step, now).isEqualTo(account.accepts(step, now));
            assertThat(registry.trail()).hasSize(trail.size() + (accepted ? 1 : 0));
            assertThat(registry.trail().subList(0, trail.size())).isEqualTo(trail);
            trail = registry.trail();
            for (Map.Entry<Integer, Optional<VersionId>> then : past.entrySet()) {
                assertThat(registry.versionInForce("m", START.plusSeconds(then.getKey())))
                        .isEqualTo(then.getValue());
            }
            for (int second = now; second < now + 15; second++) {
                Optional<VersionId> inForce = registry.versionInForce("m", START.plusSeconds(second));
                assertThat(inForce.map(id -> id.number() - 1)).isEqualTo(Optional.ofNullable(account.plan.get(second)));
                inForce.ifPresent(id ->
                        assertThat(registry.version(id).orElseThrow().status()).isEqualTo(ModelStatus.APPROVED));
            }
            assertThat(registry.versions("m"))
                    .extracting(RegisteredModel::status)
                    .isEqualTo(account.status);
        }
        boolean rolledBack = trail.stream().anyMatch(e -> e.act() == RegistryEntry.Act.ROLLED_BACK);
        Statistics.label("rolled back")
                .collect(rolledBack)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 4));
    }

    private static boolean accepted(ModelRegistry registry, Step step, Instant now) {
        VersionId id = new VersionId("m", step.version() + 1);
        String person = PEOPLE.get(step.person());
        try {
            switch (step.kind()) {
                case REGISTER:
                    ModelInfo info = ModelInfo.of("points", Run.sequential(), 0, "");
                    registry.register("m", ModelFile.of(step.toString().getBytes(UTF_8), info), person, "why");
                    break;
                case VALIDATE:
                    registry.validate(id, person, "why");
                    break;
                case APPROVE:
                    registry.approve(id, person, "why");
                    break;
                case PUT_IN_FORCE:
                    Instant from = now.plusSeconds(step.from());
                    registry.putInForce(
                            id, from, step.length() == 0 ? null : from.plusSeconds(step.length()), person, "why");
                    break;
                case ROLL_BACK:
                    registry.rollBack(id, person, "why");
                    break;
                case RETIRE:
                    registry.retire(id, person, "why");
                    break;
            }
            return true;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return false;
        }
    }

    /** Half of the sequences begin with two approved versions, so that many go on to put them in force and back. */
    @Provide
    Arbitrary<List<Step>> steps() {
        List<Step> approved = new ArrayList<>();
        for (int version = 0; version < 2; version++) {
            approved.add(new Step(Kind.REGISTER, version, 0, 0, 0, 0));
            approved.add(new Step(Kind.VALIDATE, version, 1, 0, 0, 0));
            approved.add(new Step(Kind.APPROVE, version, 2, 0, 0, 0));
            approved.add(new Step(Kind.APPROVE, version, 3, 0, 0, 0));
        }
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(2, Kind.REGISTER),
                Tuple.of(4, Kind.VALIDATE),
                Tuple.of(6, Kind.APPROVE),
                Tuple.of(8, Kind.PUT_IN_FORCE),
                Tuple.of(8, Kind.ROLL_BACK),
                Tuple.of(1, Kind.RETIRE));
        Arbitrary<List<Step>> any = Combinators.combine(
                        kinds,
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(1, 2), Tuple.of(1, 3)),
                        Arbitraries.of(0, 1, 2, 3),
                        Arbitraries.of(0, 1, 2, 3),
                        Arbitraries.of(-1, 0, 1, 2),
                        Arbitraries.of(0, 1, 2, 3, 4))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
        return Combinators.combine(Arbitraries.of(true, false), any).as((ready, then) -> {
            List<Step> all = new ArrayList<>(ready ? approved : List.of());
            all.addAll(then);
            return all;
        });
    }
}
