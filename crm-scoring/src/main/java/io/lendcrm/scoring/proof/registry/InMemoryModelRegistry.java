package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.Checksum;
import io.lendcrm.scoring.proof.registry.RegistryEntry.Act;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A registry that lives as long as the process. One change is made at a time; times of entries never go back, even if the
 * clock does. Thread-safe.
 */
public final class InMemoryModelRegistry implements ModelRegistry {

    private final Clock clock;
    private final ModelStorage storage;
    private final Object lock = new Object();
    private final Map<String, List<RegisteredModel>> versions = new HashMap<>();
    private final Map<String, Timeline> timelines = new HashMap<>();
    private final List<RegistryEntry> trail = new ArrayList<>();

    private InMemoryModelRegistry(Clock clock, ModelStorage storage) {
        this.clock = requireNonNull(clock, "clock");
        this.storage = requireNonNull(storage, "storage");
    }

    /**
     * An empty registry that keeps files in memory.
     *
     * @param clock tells when things are done
     * @return the registry
     */
    public static InMemoryModelRegistry of(Clock clock) {
        return of(clock, new InMemoryStorage());
    }

    /**
     * An empty registry that keeps files elsewhere.
     *
     * @param clock tells when things are done
     * @param storage keeps the files
     * @return the registry
     */
    public static InMemoryModelRegistry of(Clock clock, ModelStorage storage) {
        return new InMemoryModelRegistry(clock, storage);
    }

    @Override
    public RegisteredModel register(String model, ModelFile file, String developer, String why) {
        synchronized (lock) {
            Deed deed = deed(developer, why);
            VersionId id = new VersionId(model, known(model).size() + 1);
            storage.put(file.checksum(), file.bytes());
            RegisteredModel draft = new RegisteredModel(
                    id, file.checksum(), file.info(), ModelStatus.DRAFT, deed, null, List.of(), null);
            versions.computeIfAbsent(model, m -> new ArrayList<>()).add(draft);
            write(Act.REGISTERED, draft, deed, null);
            return draft;
        }
    }

    @Override
    public RegisteredModel validate(VersionId id, String validator, String why) {
        synchronized (lock) {
            RegisteredModel from = in(id, ModelStatus.DRAFT, "be validated");
            Deed deed = deed(validator, why);
            return replace(
                    Act.VALIDATED,
                    deed,
                    new RegisteredModel(
                            id,
                            from.checksum(),
                            from.info(),
                            ModelStatus.VALIDATED,
                            from.registered(),
                            deed,
                            List.of(),
                            null));
        }
    }

    @Override
    public RegisteredModel approve(VersionId id, String approver, String why) {
        synchronized (lock) {
            RegisteredModel from = in(id, ModelStatus.VALIDATED, "be approved");
            Deed deed = deed(approver, why);
            List<Deed> approvals = new ArrayList<>(from.approvals());
            approvals.add(deed);
            ModelStatus status =
                    approvals.size() == RegisteredModel.APPROVERS ? ModelStatus.APPROVED : ModelStatus.VALIDATED;
            return replace(
                    Act.APPROVED,
                    deed,
                    new RegisteredModel(
                            id,
                            from.checksum(),
                            from.info(),
                            status,
                            from.registered(),
                            from.validated(),
                            approvals,
                            null));
        }
    }

    @Override
    public InForcePeriod putInForce(VersionId id, Instant from, @Nullable Instant until, String who, String why) {
        synchronized (lock) {
            RegisteredModel version = in(id, ModelStatus.APPROVED, "be put in force");
            Deed deed = deed(who, why);
            if (from.isBefore(deed.when())) {
                throw new IllegalArgumentException("from must not be before now=" + deed.when() + ", found " + from);
            }
            InForcePeriod period = new InForcePeriod(id, from, until);
            timelines.put(id.model(), timeline(id.model()).with(period));
            write(Act.PUT_IN_FORCE, version, deed, period);
            return period;
        }
    }

    @Override
    public InForcePeriod rollBack(VersionId id, String who, String why) {
        synchronized (lock) {
            RegisteredModel version = in(id, ModelStatus.APPROVED, "be gone back to");
            Deed deed = deed(who, why);
            Timeline old = timeline(id.model());
            if (old.periods().stream()
                    .noneMatch(p -> p.version().equals(id) && p.from().isBefore(deed.when()))) {
                throw new IllegalStateException(id + " must have been in force to be gone back to");
            }
            if (old.at(deed.when()).filter(id::equals).isPresent()) {
                throw new IllegalStateException(id + " is in force, there is nothing to go back from");
            }
            InForcePeriod period = new InForcePeriod(id, deed.when(), null);
            timelines.put(id.model(), old.with(period));
            write(Act.ROLLED_BACK, version, deed, period);
            return period;
        }
    }

    @Override
    public RegisteredModel retire(VersionId id, String who, String why) {
        synchronized (lock) {
            RegisteredModel from = known(id);
            if (from.status() == ModelStatus.RETIRED) {
                throw new IllegalStateException(id + " is retired");
            }
            Deed deed = deed(who, why);
            timelines.computeIfPresent(id.model(), (model, old) -> old.without(id, deed.when()));
            return replace(
                    Act.RETIRED,
                    deed,
                    new RegisteredModel(
                            id,
                            from.checksum(),
                            from.info(),
                            ModelStatus.RETIRED,
                            from.registered(),
                            from.validated(),
                            from.approvals(),
                            deed));
        }
    }

    @Override
    public Optional<RegisteredModel> version(VersionId id) {
        synchronized (lock) {
            List<RegisteredModel> all = known(id.model());
            return id.number() <= all.size() ? Optional.of(all.get(id.number() - 1)) : Optional.empty();
        }
    }

    @Override
    public List<RegisteredModel> versions(String model) {
        synchronized (lock) {
            return List.copyOf(known(model));
        }
    }

    @Override
    public List<InForcePeriod> periods(String model) {
        synchronized (lock) {
            return timeline(model).periods();
        }
    }

    @Override
    public Optional<VersionId> versionInForce(String model, Instant instant) {
        synchronized (lock) {
            return timeline(model).at(instant);
        }
    }

    @Override
    public ModelFile load(VersionId id) {
        RegisteredModel version;
        synchronized (lock) {
            version = known(id);
        }
        byte[] bytes = storage.get(version.checksum())
                .orElseThrow(() -> new ChecksumMismatchException(id, version.checksum(), "no file"));
        String found = Checksum.of(bytes);
        if (!found.equals(version.checksum())) {
            throw new ChecksumMismatchException(id, version.checksum(), found);
        }
        return ModelFile.of(bytes, version.info());
    }

    @Override
    public List<RegistryEntry> trail() {
        synchronized (lock) {
            return List.copyOf(trail);
        }
    }

    private Deed deed(String who, String why) {
        Instant now = clock.instant();
        if (!trail.isEmpty()) {
            Instant last = trail.get(trail.size() - 1).deed().when();
            now = now.isBefore(last) ? last : now;
        }
        return new Deed(who, now, why);
    }

    private List<RegisteredModel> known(String model) {
        return versions.getOrDefault(model, List.of());
    }

    private Timeline timeline(String model) {
        return timelines.getOrDefault(model, Timeline.EMPTY);
    }

    private RegisteredModel known(VersionId id) {
        return version(id).orElseThrow(() -> new IllegalArgumentException("there is no " + id));
    }

    private RegisteredModel in(VersionId id, ModelStatus status, String wish) {
        RegisteredModel version = known(id);
        if (version.status() != status) {
            throw new IllegalStateException(id + " must be " + status + " to " + wish + ", found " + version.status());
        }
        return version;
    }

    private RegisteredModel replace(Act act, Deed deed, RegisteredModel now) {
        requireNonNull(versions.get(now.id().model())).set(now.id().number() - 1, now);
        write(act, now, deed, null);
        return now;
    }

    private void write(Act act, RegisteredModel version, Deed deed, @Nullable InForcePeriod period) {
        trail.add(new RegistryEntry(trail.size() + 1L, act, version.id(), version.checksum(), deed, period));
    }

    /** Copies on the way in and out. */
    private static final class InMemoryStorage implements ModelStorage {

        private final ConcurrentMap<String, byte[]> files = new ConcurrentHashMap<>();

        @Override
        public void put(String checksum, byte[] bytes) {
            files.put(checksum, bytes.clone());
        }

        @Override
        public Optional<byte[]> get(String checksum) {
            return Optional.ofNullable(files.get(checksum)).map(byte[]::clone);
        }
    }
}
