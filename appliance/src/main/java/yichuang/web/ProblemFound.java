package yichuang.web;

/**
 * How a check says no from its depth; answered by {@link Exchange}. It carries no stack: it is an
 * answer.
 */
final class ProblemFound extends RuntimeException {
    private final transient Problem problem;

    ProblemFound(Problem problem) {
        super(problem.type().code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
