package io.lendcrm.core.model;

/** A stored model can't be read. The message says where in the document, what was found and what was expected. */
public final class ModelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String where;
    private final String problem;

    /**
     * An unreadable document.
     *
     * @param where the place, such as {@code $.model.alpha}
     * @param problem what was found and what was expected
     */
    public ModelFormatException(String where, String problem) {
        super("at " + where + ": " + problem);
        this.where = where;
        this.problem = problem;
    }

    /**
     * An unreadable document, with the fault below.
     *
     * @param where the place
     * @param problem what was found and what was expected
     * @param cause the fault below
     */
    public ModelFormatException(String where, String problem, Throwable cause) {
        super("at " + where + ": " + problem, cause);
        this.where = where;
        this.problem = problem;
    }

    /** {@return the place in the document, such as {@code $.model.alpha}} */
    public String where() {
        return where;
    }

    /** {@return what was found there and what was expected} */
    public String problem() {
        return problem;
    }
}
