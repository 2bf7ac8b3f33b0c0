package org.restante.mailstore.schema;

import org.restante.account.ApplicationPassword;

/** An application password with its hash. */
public record ApplicationPasswordRow(ApplicationPassword entry, String credential) {}
