package cloud.jarrah.agent.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of one-time tokens: {@code TOKEN} alone, or {@code HOSTNAME TOKEN}, one a line; lines
 * that begin with # do not count.
 */
public final class Tokens {

  /** A token, and the name of the host it is for. */
  public record Token(String hostName, String token) {
    @Override
    public String toString() {
      return "Token[" + hostName + "]";
    }
  }

  private Tokens() {}

  public static List<Token> read(Path file, String defaultName) throws IOException {
    List<Token> tokens = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split("\\s+", -1);
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      tokens.add(
          words.length == 1 ? new Token(defaultName, words[0]) : new Token(words[0], words[1]));
    }
    return tokens;
  }
}
