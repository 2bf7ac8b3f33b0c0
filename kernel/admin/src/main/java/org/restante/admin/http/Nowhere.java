package org.restante.admin.http;

/** What no page answers. */
final class Nowhere extends Resource {

  @Override
  protected Answer answer(Request request) {
    return Answer.error(
        404,
        "no page of this path (yet): its services may still be missing; /api/v1/status names them");
  }
}
