package cloud.jarrah.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers for the container where it finds an error before or beside our own code. */
@WebServlet(urlPatterns = "/error-page")
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean error = request.getDispatcherType() == DispatcherType.ERROR;
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Throwable failure =
        error && cause instanceof Throwable thrown
            ? thrown
            : Failures.of(error && status instanceof Integer code ? code : 404);
    Exchange known = Exchange.find(request);
    Exchange exchange = known != null ? known : unknown(request);
    RequestIntake.write(Failures.answer(failure, exchange), response);
  }

  private static Exchange unknown(HttpServletRequest request) {
    return new Exchange(
        RequestIntake.newRequestId(),
        new ReceivedRequest(
            request.getMethod(),
            request.getRequestURI(),
            null,
            Map.<String, List<String>>of(),
            Body.EMPTY,
            request.getRemoteAddr(),
            request.isSecure()),
        ErrorShape.EC2);
  }
}
