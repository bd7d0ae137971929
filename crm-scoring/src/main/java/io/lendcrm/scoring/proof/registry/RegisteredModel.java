package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version as the registry holds it at a moment. What was done to it later doesn't change this value; ask the registry
 * for the new one. It can't be made in a state the rules forbid. Immutable and thread-safe.
 *
 * @param id its name and number
 * @param checksum the SHA-256 of its file
 * @param info where it comes from
 * @param status how far it has come
 * @param registered who developed and registered it
 * @param validated who validated it, null while it is a draft
 * @param approvals who approved it, at most two
 * @param retired who retired it, null unless it is
 */
public record RegisteredModel(
        VersionId id,
        String checksum,
        ModelInfo info,
        ModelStatus status,
        Deed registered,
        @Nullable Deed validated,
        List<Deed> approvals,
        @Nullable Deed retired) {

    /** How many people must approve a version. */
    static final int APPROVERS = 2;

    public RegisteredModel {
        requireNonNull(id, "id");
        requireNonNull(checksum, "checksum");
        requireNonNull(info, "info");
        requireNonNull(status, "status");
        requireNonNull(registered, "registered");
        approvals = List.copyOf(approvals);
        boolean legal = (retired != null) == (status == ModelStatus.RETIRED)
                && (validated != null || approvals.isEmpty())
                && approvals.size() <= APPROVERS
                && (status != ModelStatus.DRAFT || validated == null)
                && (status != ModelStatus.VALIDATED || validated != null && approvals.size() < APPROVERS)
                && (status != ModelStatus.APPROVED || approvals.size() == APPROVERS);
        if (!legal) {
            throw new IllegalArgumentException("status of " + id + " must follow from its deeds, found " + status
                    + " with " + approvals.size() + " approvals");
        }
        if (validated != null && validated.bySame(registered.who())) {
            throw new IllegalArgumentException(id + " must not be validated by its developer");
        }
        for (int i = 0; i < approvals.size(); i++) {
            Deed approval = approvals.get(i);
            if (approval.bySame(registered.who())) {
                throw new IllegalArgumentException(id + " must not be approved by its developer");
            }
            if (approvals.subList(0, i).stream().anyMatch(a -> a.bySame(approval.who()))) {
                throw new IllegalArgumentException(id + " must be approved by two different people");
            }
        }
    }

    /** {@return who validated it, or empty} */
    public Optional<Deed> validation() {
        return Optional.ofNullable(validated);
    }

    /** {@return who retired it, or empty} */
    public Optional<Deed> retirement() {
        return Optional.ofNullable(retired);
    }
}
