package io.lendcrm.core.json;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.CompetitorQuote;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.privacy.DataClass;
import java.util.Map;
import java.util.TreeMap;

/**
 * Interactions as documents: {@code kind} (such as {@code transaction} or {@code use-of-proceeds}), the parts of the
 * header ({@code id, client, occurredOn, occurredAt, recordedAt, channel, source}) and the kind's own parts, each under
 * the name it has in the record. Constants are in lower case with dashes; amounts are
 * {@code {"amount":"12.30","currency":"EUR"}}; parts that are unknown are left out. Stateless and thread-safe.
 */
public final class InteractionDocuments {

    private InteractionDocuments() {}

    /**
     * Reads an interaction.
     *
     * @param document what {@link #write} makes
     * @return the interaction
     * @throws ModelFormatException if a part is missing, unknown or out of range; the message names the place, no value
     *     of a single field
     */
    public static Interaction read(Document.Tree document) {
        DocumentReader reader = DocumentReader.of(document, "$");
        DomainTreeReader in = new DomainTreeReader(reader);
        Interaction.Kind kind = in.choice("kind", Interaction.Kind.class);
        Header header = header(in);
        Interaction interaction = switch (kind) {
            case TRANSACTION, BALANCE, REPAYMENT, DISBURSEMENT, USE_OF_PROCEEDS, GUARANTEE_CALL ->
                money(kind, header, in);
            case APPLICATION -> application(header, in);
            case COVENANT_TEST -> covenantTest(header, in);
            case FEEDBACK -> feedback(header, in);
            case OTHER -> other(header, in);
            default -> talk(kind, header, in);
        };
        reader.end();
        return interaction;
    }

    /**
     * Writes an interaction.
     *
     * @param interaction the interaction
     * @return its document
     */
    public static Document.Tree write(Interaction interaction) {
        return InteractionWriter.write(requireNonNull(interaction, "interaction"));
    }

    private static Header header(DomainTreeReader in) {
        String id = in.text("id");
        String channel = in.text("channel");
        String source = in.has("source") ? in.text("source") : SourceId.UNKNOWN.value();
        return in.build(() -> new Header(
                InteractionId.of(id),
                in.client("client"),
                in.day("occurredOn"),
                in.optional("occurredAt", in::time),
                in.instant("recordedAt"),
                new Channel(channel),
                SourceId.of(source)));
    }

    private static Interaction money(Interaction.Kind kind, Header header, DomainTreeReader in) {
        return in.build(() -> switch (kind) {
            case TRANSACTION ->
                new Transaction(
                        header,
                        in.choice("direction", Direction.class),
                        in.money("amount"),
                        in.optional("category", in::text),
                        in.optional("product", in::text));
            case BALANCE ->
                new BalanceReading(header, in.text("account"), in.money("balance"), in.optional("limit", in::money));
            case REPAYMENT ->
                new Repayment(header, in.text("facility"), in.day("dueOn"), in.money("due"), in.money("paid"));
            case DISBURSEMENT ->
                new Disbursement(header, in.text("facility"), in.money("amount"), in.optional("purpose", in::text));
            case USE_OF_PROCEEDS ->
                new UseOfProceeds(
                        header,
                        in.text("facility"),
                        in.money("amount"),
                        in.text("declaredPurpose"),
                        in.text("actualPurpose"));
            default -> new GuaranteeCall(header, in.text("facility"), in.money("amount"));
        });
    }

    private static Interaction application(Header header, DomainTreeReader in) {
        return in.build(() -> new LoanApplication(
                header,
                in.text("application"),
                in.choice("state", ApplicationState.class),
                in.money("amount"),
                in.optional("product", in::text),
                in.optional(
                        "competitorQuote",
                        name -> in.part(name, quote -> {
                            String lender = quote.text("lender");
                            return quote.build(() -> CompetitorQuote.of(lender, quote.rate("rate")));
                        }))));
    }

    private static Interaction covenantTest(Header header, DomainTreeReader in) {
        return in.build(() -> new CovenantTest(
                header,
                in.text("facility"),
                in.text("covenant"),
                in.flag("passed"),
                in.optional("measured", in::number)));
    }

    private static Interaction feedback(Header header, DomainTreeReader in) {
        return in.build(() -> new Feedback(
                header,
                in.text("instrument"),
                in.text("item"),
                in.count("rating"),
                in.count("lowest"),
                in.count("highest"),
                in.optional("textKey", in::text)));
    }

    private static Interaction talk(Interaction.Kind kind, Header header, DomainTreeReader in) {
        return in.build(() -> switch (kind) {
            case INQUIRY ->
                new Inquiry(
                        header, in.text("topic"), in.optional("product", in::text), in.optional("outcome", in::text));
            case COMPLAINT ->
                new Complaint(header, in.text("complaint"), in.choice("state", ComplaintState.class), in.text("topic"));
            case NOTE ->
                new Note(header, in.text("textKey"), in.text("author"), in.choice("sensitivity", DataClass.class));
            case CONTACT ->
                new Contact(
                        header,
                        in.text("campaign"),
                        in.optional("product", in::text),
                        in.choice("response", ContactResponse.class));
            default -> new Visit(header, in.text("page"));
        });
    }

    private static Interaction other(Header header, DomainTreeReader in) {
        String type = in.text("type");
        Map<String, String> attributes = new TreeMap<>();
        if (in.has("attributes")) {
            DocumentReader members = in.members("attributes");
            members.names().forEach(name -> attributes.put(name, members.text(name)));
        }
        return in.build(() -> new OtherInteraction(header, type, attributes));
    }
}
