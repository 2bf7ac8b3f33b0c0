package org.restante.mime.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value with parameters, the syntax shared by Content-Type and Content-Disposition. White space
 * and comments between tokens are removed; a parameter without an equals sign is passed over;
 * unquoted values may hold spaces and equals signs, since senders write them so.
 *
 * <p>Parameters cut into RFC 2231 continuations are joined, as IMAP servers should, and take the
 * place of their first piece: {@code a*0=x; a*1=y} is {@code a=xy}, and if any piece is extended,
 * {@code a*=charset'language'pieces} with the plain pieces percent-encoded. Charsets are not
 * converted.
 *
 * @param value what stands before the first semicolon
 * @rfc 2045 5.1
 * @rfc 2231 6
 */
public record ParameterizedValue(String value, List<Parameter> parameters) {

  public ParameterizedValue {
    parameters = List.copyOf(parameters);
  }

  /** Reads an unfolded field value. */
  public static ParameterizedValue parse(String field) {
    List<List<Token>> pieces = pieces(field);
    List<Parameter> parameters = new ArrayList<>(pieces.size());
    for (List<Token> piece : pieces.subList(1, pieces.size())) {
      parameter(piece).ifPresent(parameters::add);
    }
    return new ParameterizedValue(value(pieces.get(0)), Continuations.join(parameters));
  }

  private static List<List<Token>> pieces(String field) {
    FieldLexer lexer = new FieldLexer(field, ";=");
    List<List<Token>> pieces = new ArrayList<>();
    List<Token> piece = new ArrayList<>();
    pieces.add(piece);
    for (Token token = lexer.next(); !token.isEnd(); token = lexer.next()) {
      if (token.is(';')) {
        piece = new ArrayList<>();
        pieces.add(piece);
      } else {
        piece.add(token);
      }
    }
    return pieces;
  }

  /** Reads up to a space that is not beside a slash: there a semicolon was forgotten. */
  private static String value(List<Token> piece) {
    StringBuilder value = new StringBuilder();
    for (Token token : piece) {
      boolean goesOn = !token.spaced() || token.text().startsWith("/") || endsWithSlash(value);
      if (!value.isEmpty() && !goesOn) {
        break;
      }
      value.append(token.text());
    }
    return value.toString();
  }

  private static boolean endsWithSlash(StringBuilder value) {
    return !value.isEmpty() && value.charAt(value.length() - 1) == '/';
  }

  private static Optional<Parameter> parameter(List<Token> piece) {
    if (piece.size() < 2 || !piece.get(0).isText() || !piece.get(1).is('=')) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder();
    for (Token token : piece.subList(2, piece.size())) {
      value.append(token.spaced() && !value.isEmpty() ? " " : "").append(token.text());
    }
    return Optional.of(new Parameter(piece.get(0).text(), value.toString()));
  }
}
