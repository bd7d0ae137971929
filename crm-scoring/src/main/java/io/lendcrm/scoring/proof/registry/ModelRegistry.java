package io.lendcrm.scoring.proof.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every version of every model, with its status, its approvers, and when it is in force.
 *
 * <pre>DRAFT → VALIDATED → APPROVED → RETIRED; any status but the last may go to RETIRED at once</pre>
 *
 * <ul>
 *   <li>Who validates didn't develop; two different people approve, neither of them the developer.
 *   <li>Only an approved version comes into force. At any instant at most one version of a model is, and what was in force
 *       in the past never changes.
 *   <li>A file that isn't the one registered is never given out.
 *   <li>Every change leaves an entry; entries are neither changed nor dropped. What the rules refuse changes nothing.
 * </ul>
 *
 * Who a caller is must be settled before: the registry takes names as they are told, taking those that differ in case or
 * spaces for one. Implementations are thread-safe.
 */
public interface ModelRegistry {

    /**
     * Registers a file as the next version of a model, a draft.
     *
     * @param model the model's name
     * @param file the file
     * @param developer who developed it
     * @param why what is new
     * @return the version
     */
    RegisteredModel register(String model, ModelFile file, String developer, String why);

    /**
     * Records that a draft passed validation.
     *
     * @param id the version
     * @param validator who validated it, not its developer
     * @param why the conclusion, with the report's fingerprint
     * @return the version
     * @throws IllegalStateException if it isn't a draft
     * @throws IllegalArgumentException if the developer validates, or there is no such version
     */
    RegisteredModel validate(VersionId id, String validator, String why);

    /**
     * Records an approval. The second makes the version approved.
     *
     * @param id the version
     * @param approver who approves, neither its developer nor its other approver
     * @param why the reason
     * @return the version
     * @throws IllegalStateException if it isn't validated, or has been approved
     * @throws IllegalArgumentException if the approver may not, or there is no such version
     */
    RegisteredModel approve(VersionId id, String approver, String why);

    /**
     * Puts an approved version in force. A version that is in force then ends at {@code from}, and what was planned to
     * begin later is dropped: from that instant on, this is the plan.
     *
     * @param id the version
     * @param from the first instant, not before now
     * @param until the first instant after, null for none
     * @param who who decides
     * @param why the reason
     * @return the period
     * @throws IllegalStateException if it isn't approved
     * @throws IllegalArgumentException if {@code from} is in the past, or not before {@code until}
     */
    InForcePeriod putInForce(VersionId id, Instant from, @Nullable Instant until, String who, String why);

    /**
     * Puts a version in force at once that was in force before, in place of the one that is now or of none. What was planned
     * to begin later is dropped.
     *
     * @param id the version to go back to
     * @param who who decides
     * @param why the reason
     * @return the period, from now without an end
     * @throws IllegalStateException if it isn't approved (any more), was never in force, or is now
     */
    InForcePeriod rollBack(VersionId id, String who, String why);

    /**
     * Retires a version. If it is in force it ends now and nothing takes its place: put another in force first, unless that
     * is what you want.
     *
     * @param id the version
     * @param who who decides
     * @param why the reason
     * @return the version
     * @throws IllegalStateException if it is retired
     */
    RegisteredModel retire(VersionId id, String who, String why);

    /**
     * A version.
     *
     * @param id the version
     * @return it as it is now, or empty if there is none
     */
    Optional<RegisteredModel> version(VersionId id);

    /**
     * All versions of a model.
     *
     * @param model the model's name
     * @return its versions by number, none if the model isn't known
     */
    List<RegisteredModel> versions(String model);

    /**
     * When which version was, is or is planned to be in force.
     *
     * @param model the model's name
     * @return periods in order, none overlapping
     */
    List<InForcePeriod> periods(String model);

    /**
     * The version in force at an instant, for those who watch for a change; cheap.
     *
     * @param model the model's name
     * @param instant past, present, or future by today's plan
     * @return the version, or empty if none is in force: no decision may be made by this model then
     */
    Optional<VersionId> versionInForce(String model, Instant instant);

    /**
     * The file in force at an instant.
     *
     * @param model the model's name
     * @param instant past, present, or future by today's plan
     * @return the file, checked, or empty if none is in force
     * @throws ChecksumMismatchException if the stored file isn't the one registered
     */
    default Optional<ModelFile> inForce(String model, Instant instant) {
        return versionInForce(model, instant).map(this::load);
    }

    /**
     * The file of a version, whatever its status.
     *
     * @param id the version
     * @return the file, checked
     * @throws ChecksumMismatchException if the stored file isn't the one registered
     * @throws IllegalArgumentException if there is no such version
     */
    ModelFile load(VersionId id);

    /** {@return every change of every model, in order} */
    List<RegistryEntry> trail();
}
