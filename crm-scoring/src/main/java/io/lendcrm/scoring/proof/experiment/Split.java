package io.lendcrm.scoring.proof.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.Checksum;
import io.lendcrm.core.ClientId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * Which client gets which arm of an experiment: a function of the client's identifier, the experiment's name and a salt, and of
 * nothing else. No draw, no list to keep: the same client gets the same arm on every machine, and the arms of two experiments
 * are independent.
 *
 * <p>For each arm the four are hashed (SHA-256) to a number u, uniform within (0, 1), and the client gets the arm of the least
 * −ln(u) / share (weighted rendezvous hashing): arms get their shares up to chance. If one arm is added, dropped, made larger or
 * smaller and the others keep their proportions, clients move to or from that arm alone, and no more than must; so with two arms
 * always. Immutable and thread-safe.
 *
 * <p>Source: Thaler and Ravishankar, IEEE/ACM Transactions on Networking 6 (1998); with weights Schindelhauer and Schomaker,
 * SPAA 2005.
 *
 * @param experiment the name of the experiment, not empty
 * @param salt set anew to draw clients anew under the same name; may be empty
 * @param arms the arms, names distinct, shares adding up to 1
 */
public record Split(String experiment, String salt, List<Arm> arms) {

    private static final double TOLERANCE = 1e-9;

    public Split {
        requireNonNull(experiment, "experiment");
        requireNonNull(salt, "salt");
        arms = List.copyOf(arms);
        double total = arms.stream().mapToDouble(Arm::share).sum();
        long names = arms.stream().map(Arm::name).distinct().count();
        if (experiment.isEmpty() || names < arms.size() || !(Math.abs(total - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "experiment must have a name, and arms distinct names and shares that add up to " + "1, found \""
                            + experiment + "\" and " + arms);
        }
    }

    /**
     * Champion against challenger, without salt.
     *
     * @param experiment the name of the experiment
     * @param challengerShare the share of clients that get the challenger, within [0, 1]
     * @return the split, of arms named {@code champion} and {@code challenger}
     */
    public static Split ofChallenger(String experiment, double challengerShare) {
        return new Split(
                experiment,
                "",
                List.of(new Arm("champion", 1 - challengerShare), new Arm("challenger", challengerShare)));
    }

    /**
     * The same experiment with other shares.
     *
     * @param newArms the arms
     * @return the changed split
     */
    public Split withArms(List<Arm> newArms) {
        return new Split(experiment, salt, newArms);
    }

    /**
     * The arm of a client.
     *
     * @param client who
     * @return the name of the arm
     */
    public String arm(ClientId client) {
        MessageDigest digest = Checksum.digest();
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (Arm arm : arms) {
            if (arm.share() > 0) {
                double wait = -Math.log(uniform(digest, arm.name(), client.value())) / arm.share();
                if (wait < least) {
                    least = wait;
                    best = arm.name();
                }
            }
        }
        return best;
    }

    /** Within (0, 1); lengths go in before the texts, so that no two quadruples give the same bytes. */
    private double uniform(MessageDigest digest, String arm, String client) {
        for (String part : List.of(experiment, salt, arm, client)) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        long bits = ByteBuffer.wrap(digest.digest()).getLong() >>> 11;
        return (bits + 0.5) * 0x1p-53;
    }
}
