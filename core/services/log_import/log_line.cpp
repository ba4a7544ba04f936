#include "core/services/log_import/log_line.h"

#include "core/services/log_import/json_line.h"
#include "core/services/log_import/redact.h"

#include <QDateTime>
#include <array>

namespace latchkey::log_line {

namespace {

/// Walks over one line.
class Cursor {
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text) {}
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void skipSpaces() {
        while (!atEnd() && m_text[m_at] == ' ')
            ++m_at;
    }
    /// Up to the next space.
    QByteArrayView word() {
        skipSpaces();
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at] != ' ')
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }
    /// What stands between `open` and `close`; a backslash takes the next character along. Nothing if it is
    /// not there or has no end.
    std::optional<QByteArrayView> between(char open, char close) {
        skipSpaces();
        if (atEnd() || m_text[m_at] != open)
            return std::nullopt;
        const qsizetype from = ++m_at;
        while (!atEnd() && m_text[m_at] != close)
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (atEnd())
            return std::nullopt;
        return m_text.sliced(from, m_at++ - from);
    }
    /// `name=value` or `name="value"`.
    std::optional<std::pair<QByteArrayView, QByteArrayView>> pair() {
        skipSpaces();
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at] != ' ' && m_text[m_at] != '=')
            ++m_at;
        if (atEnd() || m_text[m_at] != '=')
            return std::nullopt;
        const QByteArrayView name = m_text.sliced(from, m_at - from);
        ++m_at;
        if (!atEnd() && m_text[m_at] == '"') {
            const auto value = between('"', '"');
            return value ? std::optional(std::pair(name, *value)) : std::nullopt;
        }
        const qsizetype begin = m_at;
        while (!atEnd() && m_text[m_at] != ' ')
            ++m_at;
        return std::pair(name, m_text.sliced(begin, m_at - begin));
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool isNothing(QByteArrayView v) {
    return v.isEmpty() || v == "-";
}

QString cut(QString text, int most) {
    return text.size() > most ? text.left(most - 1) + QChar(0x2026) : text;
}

/// A masked form in an address gives nobody away; a whole token does.
void setExposed(Line &line, const KeyHint &found) {
    if (line.exposed.credential.isNull() && !found.verifier.isEmpty())
        line.exposed = found;
}

} // namespace

void setField(Line &line, Field field, QByteArrayView value) {
    RequestRecord &r = line.record;
    if (isNothing(value))
        return;
    switch (field) {
    case Field::Method:
        r.method = cut(redacted(value).toUpper(), 20);
        break;
    case Field::Path: {
        KeyHint found;
        r.path = cut(redacted(value, &found), LongestRequestPath);
        setExposed(line, found);
        if (line.hint.credential.isNull())
            line.hint = found;
        break;
    }
    case Field::Referrer: {
        KeyHint found;
        (void)redacted(value, &found);
        setExposed(line, found);
        break;
    }
    case Field::Ip:
        r.ip = cut(redacted(value), 64);
        break;
    case Field::UserAgent:
        r.userAgent = cut(redacted(value), LongestRequestText);
        break;
    case Field::Scope:
        r.scope = cut(redacted(value), LongestRequestText);
        break;
    case Field::Customer:
        r.customer = cut(redacted(value), LongestRequestText);
        break;
    case Field::Environment: {
        const QString word = QString::fromLatin1(value.first(qMin<qsizetype>(value.size(), 20))).toLower();
        r.environment = environmentFromWord(word);
        for (const Environment e : AllEnvironments) {
            if (tokenWord(e) == word || word == toWord(e).left(4))
                r.environment = e;
        }
        break;
    }
    case Field::Code:
        r.code = decisionCodeFromWord(QString::fromLatin1(value.first(qMin<qsizetype>(value.size(), 40))));
        break;
    case Field::Seconds:
    case Field::Milliseconds: {
        bool good = false;
        const double number = value.toByteArray().toDouble(&good) * (field == Field::Seconds ? 1e6 : 1e3);
        if (good && number >= 0 && number < 1e15)
            r.durationUs = static_cast<qint64>(number);
        break;
    }
    case Field::Key: // the field that says it outright wins over a token in the path
        if (const KeyHint said = hintOf(value); !said.credential.isNull())
            line.hint = said;
        break;
    }
}

void setRequest(Line &line, QByteArrayView request) {
    Cursor parts(request);
    const QByteArrayView method = parts.word(), path = parts.word();
    if (path.isEmpty())
        return setField(line, Field::Path, method);
    setField(line, Field::Method, method);
    setField(line, Field::Path, path);
}

bool setStatus(Line &line, int status) {
    if (status < 100 || status > 599)
        return false;
    line.record.status = status;
    line.record.outcome = outcomeOfStatus(status);
    return true;
}

bool setTime(Line &line, qint64 ms) {
    if (ms <= 0 || ms >= (qint64(1) << 43))
        return false;
    line.record.at = Instant(ms);
    return true;
}

std::optional<qint64> combinedTime(QByteArrayView text) {
    // 10/Oct/2026:13:55:36 +0200; by hand, because a locale must not matter.
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 26 || text[2] != '/' || text[6] != '/' || text[11] != ':' || text[14] != ':' ||
        text[17] != ':' || text[20] != ' ' || (text[21] != '+' && text[21] != '-'))
        return std::nullopt;
    bool good = true;
    const auto number = [&](qsizetype at, qsizetype n) {
        int value = 0;
        for (qsizetype i = at; i < at + n; ++i) {
            good &= text[i] >= '0' && text[i] <= '9';
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    int month = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (text.sliced(3, 3) == months[i])
            month = static_cast<int>(i) + 1;
    }
    const QDate date(number(7, 4), month, number(0, 2));
    const QTime time(number(12, 2), number(15, 2),
                     qMin(59, number(18, 2))); // a leap second is the one before
    const int offset = (number(22, 2) * 3600 + number(24, 2) * 60) * (text[21] == '-' ? -1 : 1);
    if (!good || !date.isValid() || !time.isValid() || qAbs(offset) > 14 * 3600)
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - offset * 1000LL;
}

namespace {

std::optional<Field> combinedField(QByteArrayView name) {
    static constexpr std::array<std::pair<const char *, Field>, 15> all{
        {{"rt", Field::Seconds},
         {"request_time", Field::Seconds},
         {"key", Field::Key},
         {"key_id", Field::Key},
         {"api_key", Field::Key},
         {"auth", Field::Key},
         {"authorization", Field::Key},
         {"scope", Field::Scope},
         {"env", Field::Environment},
         {"environment", Field::Environment},
         {"customer", Field::Customer},
         {"code", Field::Code},
         {"decision", Field::Code},
         {"ms", Field::Milliseconds},
         {"duration_ms", Field::Milliseconds}}};
    for (const auto &[known, field] : all) {
        if (name == known)
            return field;
    }
    return std::nullopt;
}

tl::expected<Line, Problem> parseCombined(QByteArrayView text) {
    Line line;
    Cursor c(text);
    const QByteArrayView address = c.word(), ident = c.word(), user = c.word();
    const auto time = c.between('[', ']');
    const auto request = time ? c.between('"', '"') : std::nullopt;
    if (address.isEmpty() || ident.isEmpty() || user.isEmpty() || !request)
        return tl::unexpected(Problem::NotALogLine);
    const auto ms = combinedTime(*time);
    if (!ms || !setTime(line, *ms))
        return tl::unexpected(Problem::BadTime);
    bool number = false;
    const QByteArrayView status = c.word();
    if (const int code = status.size() == 3 ? status.toByteArray().toInt(&number) : 0;
        !number || !setStatus(line, code))
        return tl::unexpected(Problem::BadStatus);
    setField(line, Field::Ip, address);
    setRequest(line, *request);
    if (!isNothing(user))
        setField(line, Field::Key, user);
    (void)c.word();                                  // bytes sent
    if (const auto referrer = c.between('"', '"')) { // not kept: it says more of people than of keys
        setField(line, Field::Referrer, *referrer);
        if (const auto agent = c.between('"', '"'))
            setField(line, Field::UserAgent, *agent);
    }
    while (!c.atEnd()) {
        const auto pair = c.pair();
        if (!pair)
            break;
        if (const auto field = combinedField(pair->first))
            setField(line, *field, pair->second);
    }
    return line;
}

} // namespace

Format formatOf(QByteArrayView line) {
    return line.trimmed().startsWith('{') ? Format::Json : Format::Combined;
}

tl::expected<Line, Problem> parse(Format format, QByteArrayView line) {
    const QByteArrayView text = line.trimmed();
    if (text.contains('\0'))
        return tl::unexpected(Problem::Binary);
    auto parsed = format == Format::Json ? parseJson(text) : parseCombined(text);
    if (!parsed)
        return parsed;
    RequestRecord &r = parsed->record;
    r.credential = parsed->hint.credential;
    if (r.code) // the verifier's own word is finer than a status
        r.outcome = *r.code == DecisionCode::Allowed ? r.outcome : outcomeOfStatus(httpStatusOf(*r.code));
    return parsed;
}

QString toWord(Problem p) {
    constexpr std::array words{"notALogLine", "badLogTime",     "badLogStatus",
                               "badLogJson",  "logLineTooLong", "notText"};
    return QLatin1StringView(words[static_cast<std::size_t>(p)]);
}

} // namespace latchkey::log_line
