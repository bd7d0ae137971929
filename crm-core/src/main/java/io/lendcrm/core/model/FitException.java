package io.lendcrm.core.model;

/** The data don't allow a model to be fitted. The message says which model, what was seen and what to try. */
public final class FitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A failed fit.
     *
     * @param model the model's type, such as {@code bg-nbd}
     * @param seen what was seen, with numbers
     * @param advice what to try
     */
    public FitException(String model, String seen, String advice) {
        super(model + " can't be fitted: " + seen + "; try: " + advice);
    }
}
