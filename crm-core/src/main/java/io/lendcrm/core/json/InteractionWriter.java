package io.lendcrm.core.json;

import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.CompetitorQuote;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import java.util.TreeMap;

/** Writes interactions as {@link InteractionDocuments} reads them. */
final class InteractionWriter {

    private InteractionWriter() {}

    static Document.Tree write(Interaction interaction) {
        DomainTreeWriter out = new DomainTreeWriter().put("kind", interaction.kind());
        header(interaction.header(), out);
        switch (interaction.kind()) {
            case TRANSACTION -> transaction((Transaction) interaction, out);
            case REPAYMENT -> repayment((Repayment) interaction, out);
            case APPLICATION -> application((LoanApplication) interaction, out);
            case DISBURSEMENT -> disbursement((Disbursement) interaction, out);
            case USE_OF_PROCEEDS -> useOfProceeds((UseOfProceeds) interaction, out);
            case BALANCE -> balance((BalanceReading) interaction, out);
            case COVENANT_TEST -> covenantTest((CovenantTest) interaction, out);
            case GUARANTEE_CALL -> {
                GuaranteeCall call = (GuaranteeCall) interaction;
                out.put("facility", call.facility()).put("amount", call.amount());
            }
            case INQUIRY -> {
                Inquiry inquiry = (Inquiry) interaction;
                out.put("topic", inquiry.topic())
                        .put("product", inquiry.product())
                        .put("outcome", inquiry.outcome());
            }
            case COMPLAINT -> {
                Complaint complaint = (Complaint) interaction;
                out.put("complaint", complaint.complaint())
                        .put("state", complaint.state())
                        .put("topic", complaint.topic());
            }
            case FEEDBACK -> feedback((Feedback) interaction, out);
            case NOTE -> {
                Note note = (Note) interaction;
                out.put("textKey", note.textKey()).put("author", note.author()).put("sensitivity", note.sensitivity());
            }
            case CONTACT -> {
                Contact contact = (Contact) interaction;
                out.put("campaign", contact.campaign())
                        .put("product", contact.product())
                        .put("response", contact.response());
            }
            case VISIT -> out.put("page", ((Visit) interaction).page());
            case OTHER -> other((OtherInteraction) interaction, out);
        }
        return out.build();
    }

    private static void header(Header header, DomainTreeWriter out) {
        out.put("id", header.id().value())
                .put("client", header.client().value())
                .print("occurredOn", header.occurredOn())
                .print("occurredAt", header.occurredAt())
                .print("recordedAt", header.recordedAt())
                .put("channel", header.channel().code())
                .put("source", header.source().value());
    }

    private static void transaction(Transaction transaction, DomainTreeWriter out) {
        out.put("direction", transaction.direction())
                .put("amount", transaction.amount())
                .put("category", transaction.category())
                .put("product", transaction.product());
    }

    private static void repayment(Repayment repayment, DomainTreeWriter out) {
        out.put("facility", repayment.facility())
                .print("dueOn", repayment.dueOn())
                .put("due", repayment.due())
                .put("paid", repayment.paid());
    }

    private static void application(LoanApplication application, DomainTreeWriter out) {
        out.put("application", application.application())
                .put("state", application.state())
                .put("amount", application.amount())
                .put("product", application.product());
        CompetitorQuote quote = application.competitorQuote();
        if (quote != null) {
            out.put(
                    "competitorQuote",
                    new DomainTreeWriter()
                            .put("lender", quote.lender())
                            .put("rate", quote.rate().perYear())
                            .build());
        }
    }

    private static void disbursement(Disbursement disbursement, DomainTreeWriter out) {
        out.put("facility", disbursement.facility())
                .put("amount", disbursement.amount())
                .put("purpose", disbursement.purpose());
    }

    private static void useOfProceeds(UseOfProceeds use, DomainTreeWriter out) {
        out.put("facility", use.facility())
                .put("amount", use.amount())
                .put("declaredPurpose", use.declaredPurpose())
                .put("actualPurpose", use.actualPurpose());
    }

    private static void balance(BalanceReading reading, DomainTreeWriter out) {
        out.put("account", reading.account()).put("balance", reading.balance()).put("limit", reading.limit());
    }

    private static void covenantTest(CovenantTest test, DomainTreeWriter out) {
        out.put("facility", test.facility())
                .put("covenant", test.covenant())
                .put("passed", test.passed())
                .put("measured", test.measured());
    }

    private static void feedback(Feedback feedback, DomainTreeWriter out) {
        out.put("instrument", feedback.instrument())
                .put("item", feedback.item())
                .put("rating", feedback.rating())
                .put("lowest", feedback.lowest())
                .put("highest", feedback.highest())
                .put("textKey", feedback.textKey());
    }

    private static void other(OtherInteraction other, DomainTreeWriter out) {
        DocumentBuilder attributes = Document.tree();
        new TreeMap<>(other.attributes()).forEach(attributes::put);
        out.put("type", other.type()).put("attributes", attributes.build());
    }
}
