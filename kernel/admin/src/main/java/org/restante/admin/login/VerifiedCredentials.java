package org.restante.admin.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A short memory of passwords that were right, so that a client with many connections does not pay
 * the hash for each. It keeps digests under a key that is new at each start, over the stored hash
 * and the password: another hash is another digest. Thread-safe.
 */
final class VerifiedCredentials {

  private static final String ALGORITHM = "HmacSHA256";
  private static final long MOST = 100_000;

  private final Cache<String, Boolean> digests;
  private final SecretKeySpec key;

  VerifiedCredentials(Duration lifetime, Ticker ticker) {
    digests =
        Caffeine.newBuilder().expireAfterWrite(lifetime).maximumSize(MOST).ticker(ticker).build();
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  boolean contain(String credential, String password) {
    return digests.getIfPresent(digest(credential, password)) != null;
  }

  void add(String credential, String password) {
    digests.put(digest(credential, password), Boolean.TRUE);
  }

  private String digest(String credential, String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(credential.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
