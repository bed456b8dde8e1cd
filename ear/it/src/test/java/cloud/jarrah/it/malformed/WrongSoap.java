package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import java.net.URI;
import java.util.List;

/** SOAP messages that get no further than the signature check. SOAP 1.1 sends faults as 500. */
public record WrongSoap(URI endpoint) {
  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String REQUEST =
      "<DescribeRegions xmlns='http://ec2.amazonaws.com/doc/2013-10-15/'/>";
  private static final String SECURITY =
      "<s:Header><w:Security xmlns:w='http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-wssecurity-secext-1.0.xsd'/></s:Header>";

  public List<Wrong> all() {
    String request = envelope(SOAP_11, "", REQUEST);
    return List.of(
        xml("unsigned", "Client.AuthFailure", request),
        xml("an empty security header", "Client.AuthFailure", envelope(SOAP_11, SECURITY, REQUEST)),
        xml("an empty body", "Client.AuthFailure", envelope(SOAP_11, "", "")),
        xml("no envelope", "Client.InvalidRequest", REQUEST),
        xml("no XML", "Client.InvalidRequest", "Action=DescribeRegions"),
        xml("half a document", "Client.InvalidRequest", request.substring(0, request.length() - 9)),
        xml("nothing", "Client.InvalidRequest", ""),
        xml("a document type", "Client.InvalidRequest", laughs() + request),
        xml("a deep document", "Client.InvalidRequest", "<a>".repeat(70) + "</a>".repeat(70)),
        xml("SOAP 1.2", "Client.InvalidRequest", envelope(SOAP_12, "", REQUEST)),
        Wrong.call("JSON", 500, "Client.InvalidRequest", call("application/json", "{}")),
        Wrong.call(
            "with attachments",
            500,
            "Client.InvalidRequest",
            call("multipart/related; boundary=a", "--a\r\n\r\n" + request + "\r\n--a--")));
  }

  private HttpCall call(String type, String body) {
    return new HttpCall(endpoint)
        .target("/soap/AmazonEC2")
        .header("Content-Type", type)
        .header("SOAPAction", "\"DescribeRegions\"")
        .body(body);
  }

  private Wrong xml(String what, String code, String body) {
    return Wrong.call(what, 500, code, call("text/xml; charset=utf-8", body));
  }

  private static String envelope(String soap, String header, String body) {
    return String.format(
        "<s:Envelope xmlns:s='%s'>%s<s:Body>%s</s:Body></s:Envelope>", soap, header, body);
  }

  private static String laughs() {
    return "<!DOCTYPE s:Envelope [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
  }
}
