package org.restante.itest.house;

/**
 * What may not be passed.
 *
 * @param fileMedian lines of half of the files of a module
 * @param fileMost lines of 90 % of them
 * @param fileMax lines of any
 * @param methodMedian lines of half of the methods of a module
 * @param methodMost lines of 99 % of them
 * @param publicTypes of a package
 * @param pom lines of a module's pom, one less
 * @param fetchFiles files of IMAP's FETCH
 * @param fetchPackages packages of it
 */
record Limits(
    int fileMedian,
    int fileMost,
    int fileMax,
    int methodMedian,
    int methodMost,
    int publicTypes,
    int pom,
    int fetchFiles,
    int fetchPackages) {

  static Limits house() {
    return new Limits(90, 250, 500, 6, 45, 15, 100, 5, 2);
  }
}
