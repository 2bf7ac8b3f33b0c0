package org.restante.core.connection;

import java.util.function.Consumer;
import org.restante.core.meter.HandoverResult;

/**
 * Where a session is to go on.
 *
 * @param outcome is told each result: {@code DEFERRED} may come several times, then one of the
 *     others
 */
public record Relocation(Host target, Consumer<HandoverResult> outcome) {}
