package cloud.jarrah.agent.simulated;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A display that shows a console without fonts: a bar for every word of its last lines. */
final class SimulatedScreen {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;
  private static final int LINE = 8;
  private static final int LETTER = 4;

  private SimulatedScreen() {}

  static BufferedImage draw(String console, boolean awake) {
    BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = screen.createGraphics();
    pen.setColor(awake ? Color.DARK_GRAY : Color.BLACK);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.LIGHT_GRAY);
    List<String> lines = console.lines().toList();
    int first = Math.max(0, lines.size() - HEIGHT / LINE);
    for (int i = first; i < lines.size(); i++) {
      line(pen, lines.get(i), (i - first) * LINE);
    }
    pen.dispose();
    return screen;
  }

  private static void line(Graphics2D pen, String text, int y) {
    for (int x = 0; x < text.length(); x++) {
      if (text.charAt(x) != ' ') {
        pen.fillRect(x * LETTER, y + 1, LETTER, LINE - 2);
      }
    }
  }
}
