package org.orangeline.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link RunningSystem} to all tests that break nothing: each opens an operation of
 * its own, which is the boundary of everything, and so does not see the others.
 */
final class Shared implements ParameterResolver {

    private static final int PARTITIONS = 4;

    private static final StartedOnce<RunningSystem> SYSTEM =
            new StartedOnce<>(
                    folder -> RunningSystem.start(folder.resolve("var"), PARTITIONS),
                    RunningSystem::close);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SYSTEM.get();
    }
}
