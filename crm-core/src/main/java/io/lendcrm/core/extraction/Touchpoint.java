package io.lendcrm.core.extraction;

import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import java.util.List;
import java.util.Optional;

/** What in an interaction counts as behaviour of the client. Stateless and thread-safe. */
public final class Touchpoint {

    /** The channels of the mix in order; the last takes every other one. */
    static final List<String> CHANNELS =
            List.of("branch", "manager", "phone", "app", "web", "email", "social", "other");

    private static final List<String> DIGITAL = List.of("app", "web", "email", "social");

    private Touchpoint() {}

    /**
     * The money that moved: by a transaction, a disbursement, a repayment that pays something.
     *
     * @param interaction the interaction
     * @return the amount, or empty if it moves none
     */
    public static Optional<Money> movement(Interaction interaction) {
        return switch (interaction.kind()) {
            case TRANSACTION -> Optional.of(((Transaction) interaction).amount());
            case DISBURSEMENT -> Optional.of(((Disbursement) interaction).amount());
            case REPAYMENT -> Optional.of(((Repayment) interaction).paid()).filter(paid -> !paid.isZero());
            default -> Optional.empty();
        };
    }

    /**
     * Whether the client took part, or money moved; what the lender alone does or observes doesn't count.
     *
     * @param interaction the interaction
     * @return true if so
     */
    public static boolean isActivity(Interaction interaction) {
        return switch (interaction.kind()) {
            case TRANSACTION, DISBURSEMENT, APPLICATION, INQUIRY, COMPLAINT, FEEDBACK, VISIT -> true;
            case REPAYMENT -> movement(interaction).isPresent();
            case CONTACT -> isAnswer((Contact) interaction);
            case USE_OF_PROCEEDS, BALANCE, COVENANT_TEST, GUARANTEE_CALL, NOTE, OTHER -> false;
        };
    }

    static boolean isAnswer(Contact contact) {
        return contact.response() == ContactResponse.OPENED
                || contact.response() == ContactResponse.ACCEPTED
                || contact.response() == ContactResponse.DECLINED;
    }

    /** The channel's place in the mix, or -1 for what a system booked. */
    static int slot(Channel channel) {
        if (channel.equals(Channel.SYSTEM)) {
            return -1;
        }
        int at = CHANNELS.indexOf(channel.code());
        return at < 0 ? CHANNELS.size() - 1 : at;
    }

    static boolean isDigital(int slot) {
        return DIGITAL.contains(CHANNELS.get(slot));
    }
}
