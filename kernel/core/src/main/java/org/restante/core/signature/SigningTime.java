package org.restante.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/**
 * When a jar was signed: what a timestamp authority says; else what the signer said, under its
 * signature; else now.
 */
final class SigningTime {

  private SigningTime() {}

  static Instant of(JarFile jar, CodeSigner signer) throws IOException {
    if (signer.getTimestamp() != null) {
      return signer.getTimestamp().getTimestamp().toInstant();
    }
    for (JarEntry entry : jar.stream().toList()) {
      if (SignedJar.isOfSignature(entry.getName()) && isBlock(entry.getName())) {
        Instant said = said(jar, entry, signer);
        if (said != null) {
          return said;
        }
      }
    }
    return Instant.now();
  }

  private static boolean isBlock(String name) {
    return !name.endsWith(".SF") && !name.equalsIgnoreCase(JarFile.MANIFEST_NAME);
  }

  private static @Nullable Instant said(JarFile jar, JarEntry entry, CodeSigner signer)
      throws IOException {
    try (InputStream block = jar.getInputStream(entry)) {
      for (SignerInformation each : new CMSSignedData(block).getSignerInfos()) {
        boolean same =
            each.getSID().getSerialNumber().equals(SignedJar.certificate(signer).getSerialNumber());
        AttributeTable attributes = each.getSignedAttributes();
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (same && time != null) {
          return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
        }
      }
    } catch (CMSException e) {
      throw new IOException(entry.getName() + ": " + e.getMessage(), e);
    }
    return null;
  }
}
