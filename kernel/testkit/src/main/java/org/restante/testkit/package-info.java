/** What tests share: the in-memory engine, the store contract, the transcript player. */
@NullMarked
package org.restante.testkit;

import org.jspecify.annotations.NullMarked;
