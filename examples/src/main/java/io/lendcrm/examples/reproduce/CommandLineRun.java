package io.lendcrm.examples.reproduce;

import java.io.OutputStream;

/** Runs a command of the command line. */
@FunctionalInterface
public interface CommandLineRun {

    /**
     * Runs a command.
     *
     * @param args the command and its options
     * @param out gets standard output
     * @param err gets standard error
     * @return the exit code
     */
    int run(String[] args, OutputStream out, OutputStream err);
}
