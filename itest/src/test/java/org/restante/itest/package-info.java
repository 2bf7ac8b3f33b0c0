/** The built distribution under test: Pax Exam suites, crash tests, foreign clients. */
@NullMarked
package org.restante.itest;

import org.jspecify.annotations.NullMarked;
