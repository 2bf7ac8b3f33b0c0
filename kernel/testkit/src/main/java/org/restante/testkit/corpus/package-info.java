/**
 * Letters by the number: every shape that real mail has and that software trips over, made from a
 * seed.
 *
 * <p>Invariants: the n-th letter of a seed and a size is the same octets on every machine; any
 * {@link org.restante.testkit.corpus.LetterKind#values} letters in a row show every kind once; no
 * two letters of a corpus are equal.
 */
@NullMarked
package org.restante.testkit.corpus;

import org.jspecify.annotations.NullMarked;
