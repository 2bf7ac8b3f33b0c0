package org.restante.refusal;

/** The account is full; it takes mail again as soon as there is room. */
public final class OverQuota extends MailRefusal {
  private static final long serialVersionUID = 1L;
  private final Resource resource;

  /** What is full. */
  public OverQuota(Resource resource) {
    super("over quota: " + resource, null);
    this.resource = resource;
  }

  /** What is full. */
  public Resource resource() {
    return resource;
  }

  /** What a quota limits (RFC 9208 §5). */
  public enum Resource {
    /** Octets of all messages. */
    STORAGE,
    /** Number of messages. */
    MESSAGE
  }
}
