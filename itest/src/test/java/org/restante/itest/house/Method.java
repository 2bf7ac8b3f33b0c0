package org.restante.itest.house;

/**
 * A method or constructor with a body.
 *
 * @param name with its file's name in front
 * @param lines from its signature to its closing brace; annotations and comments above not counted
 */
record Method(String name, int lines) {}
