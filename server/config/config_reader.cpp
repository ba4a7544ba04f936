#include "core/model/strict_json.h"
#include "core/wire/rules_json.h"
#include "server/config/server_config.h"

#include <algorithm>
#include <functional>
#include <map>

namespace latchkey::server {

namespace {

using ConfigKind = JsonNode::Kind;

QString ruleSentence(const FieldError &fault) {
    static const std::map<QString, QString> words{
        {QStringLiteral("notAList"), QStringLiteral("a list is expected")},
        {QStringLiteral("tooMany"), QStringLiteral("at most %1 rules").arg(MostRules)},
        {QStringLiteral("notAnObject"), QStringLiteral("an object is expected")},
        {QStringLiteral("unknownField"), QStringLiteral("there is no such field")},
        {QStringLiteral("missing"), QStringLiteral("\"path\" is missing")},
        {QStringLiteral("notAText"), QStringLiteral("a text is expected")},
        {QStringLiteral("badMethod"), QStringLiteral("a method in capital letters is expected, like GET")},
        {QStringLiteral("noMethods"),
         QStringLiteral("at least one method is needed; leave the field out for all")},
        {QStringLiteral("empty"), QStringLiteral("a path begins with /")},
        {QStringLiteral("noSlash"), QStringLiteral("a path begins with /")},
        {QStringLiteral("emptySegment"), QStringLiteral("a path has no empty parts, \".\" or \"..\"")},
        {QStringLiteral("restNotLast"), QStringLiteral("** stands at the end only")},
        {QStringLiteral("twoCustomers"), QStringLiteral("{customer} stands once only")},
        {QStringLiteral("badCharacter"),
         QStringLiteral("a part is *, **, {customer} or a text without * { } ? # ; \\ % and spaces, as it "
                        "reads when decoded")},
        {QStringLiteral("tooLong"), QStringLiteral("the path has too many parts")},
        {QStringLiteral("badScope"), QStringLiteral("a permission like leads:read is expected")},
        {QStringLiteral("onlyTrue"), QStringLiteral("only true is possible")},
        {QStringLiteral("whoPasses"),
         QStringLiteral("either \"scope\" or \"anyKey\": true is needed, to say who passes")}};
    const auto at = words.find(fault.code);
    if (at != words.end())
        return at->second;
    return fault.field.endsWith(QStringLiteral("type"))
               ? QStringLiteral("\"general\" or \"billing\" is expected")
               : QStringLiteral("\"production\", \"staging\" or \"development\" is expected");
}

QString unknownPermission(const Scope &scope) {
    return QStringLiteral("the catalogue of the vault has no permission %1").arg(scope.toString());
}

/// Reads the fields of one configuration and collects what is wrong with them.
class ConfigReader {
public:
    ConfigReader(QString file, ConfigChecks checks)
        : m_file(std::move(file))
        , m_checks(std::move(checks)) {}

    ServerConfig read(const JsonNode &root) {
        fields(root, QStringLiteral("$"),
               {{u"listen", [&](const JsonNode &n, const QString &at) { listen(n, at); }},
                {u"tls", [&](const JsonNode &n, const QString &at) { tls(n, at); }},
                {u"plainHttp",
                 [&](const JsonNode &n, const QString &at) {
                     m_config.plainHttp = n.kind == ConfigKind::Bool && n.flag;
                     if (n.kind != ConfigKind::Bool)
                         problem(n, at, QStringLiteral("true or false is expected"));
                 }},
                {u"threads",
                 [&](const JsonNode &n, const QString &at) { number(n, at, 0, 64, m_config.threads); }},
                {u"maxConnections",
                 [&](const JsonNode &n, const QString &at) {
                     number(n, at, 1, 100'000, m_config.maxConnections);
                 }},
                {u"hosts", [&](const JsonNode &n, const QString &at) { hosts(n, at); }},
                {u"trustedProxies",
                 [&](const JsonNode &n, const QString &at) { ranges(n, at, m_config.trustedProxies); }},
                {u"callers", [&](const JsonNode &n, const QString &at) { ranges(n, at, m_config.callers); }},
                {u"environment",
                 [&](const JsonNode &n, const QString &at) { environment(n, at, m_config.environment); }},
                {u"customerHeader", [&](const JsonNode &n, const QString &at) { customerHeader(n, at); }},
                {u"introspectionSeconds",
                 [&](const JsonNode &n, const QString &at) {
                     number(n, at, 0, 3600, m_config.introspectionSeconds);
                 }},
                {u"requestRowsPerSecond",
                 [&](const JsonNode &n, const QString &at) {
                     number(n, at, 0, 1'000'000, m_config.requestRowsPerSecond);
                 }},
                {u"confirmWithinSeconds",
                 [&](const JsonNode &n, const QString &at) {
                     number(n, at, 1, 30, m_config.confirmWithinSeconds);
                 }},
                {u"rules", [&](const JsonNode &n, const QString &at) { rules(n, at); }}});
        if (m_config.isUnprotected() && root.member(u"listen"))
            problem(
                *root.member(u"listen"), QStringLiteral("$.listen"),
                QStringLiteral("keys would cross the network in clear: give \"tls\", or \"plainHttp\": true "
                               "where the network itself is protected"));
        return std::move(m_config);
    }
    void problem(const JsonNode &where, const QString &path, const QString &message) {
        m_problems.append({m_file, path, where.line, where.column, message});
    }
    [[nodiscard]] const QList<ConfigProblem> &problems() const { return m_problems; }

private:
    using Field = std::function<void(const JsonNode &, const QString &)>;

    void fields(const JsonNode &node, const QString &path, const std::map<QStringView, Field> &known) {
        if (node.kind != ConfigKind::Object)
            return problem(node, path, QStringLiteral("an object is expected"));
        for (qsizetype i = 0; i < node.items.size(); ++i) {
            const QString at = path + u'.' + node.keys[i];
            const auto field = known.find(node.keys[i]);
            if (field == known.end())
                problem(node.items[i], at, QStringLiteral("there is no such field"));
            else
                field->second(node.items[i], at);
        }
    }
    std::optional<QString> text(const JsonNode &n, const QString &at) {
        if (n.kind == ConfigKind::Text)
            return n.text;
        problem(n, at, QStringLiteral("a text is expected"));
        return std::nullopt;
    }
    void each(const JsonNode &n, const QString &at, const Field &item) {
        if (n.kind != ConfigKind::List)
            return problem(n, at, QStringLiteral("a list is expected"));
        for (qsizetype i = 0; i < n.items.size(); ++i)
            item(n.items[i], at + u'[' + QString::number(i) + u']');
    }
    void number(const JsonNode &n, const QString &at, int least, int most, int &into) {
        if (n.kind != ConfigKind::Number || n.number < least || n.number > most)
            return problem(n, at, QStringLiteral("a number from %1 to %2 is expected").arg(least).arg(most));
        into = static_cast<int>(n.number);
    }
    void ranges(const JsonNode &n, const QString &at, QList<IpRange> &into) {
        each(n, at, [&](const JsonNode &item, const QString &path) {
            const auto t = text(item, path);
            if (!t)
                return;
            if (const auto range = IpRange::fromString(*t))
                into.append(*range);
            else
                problem(item, path, QStringLiteral("an address or a block like 10.0.0.0/8 is expected"));
        });
    }
    void listen(const JsonNode &n, const QString &at) {
        m_config.listen.clear();
        each(n, at, [&](const JsonNode &item, const QString &path) {
            const auto t = text(item, path);
            if (!t)
                return;
            if (const auto address = parseListenAddress(*t))
                m_config.listen.append(*address);
            else
                problem(item, path,
                        QStringLiteral("an address with a port is expected, like 127.0.0.1:8093"));
        });
        if (n.kind == ConfigKind::List && n.items.isEmpty())
            problem(n, at, QStringLiteral("at least one address is needed"));
    }
    void tls(const JsonNode &n, const QString &at) {
        TlsFiles files;
        const auto take = [this](QString &into) {
            return [this, &into](const JsonNode &node, const QString &path) {
                into = text(node, path).value_or(QString());
            };
        };
        fields(n, at, {{u"certificate", take(files.certificate)}, {u"key", take(files.key)}});
        if (n.kind == ConfigKind::Object && (files.certificate.isEmpty() || files.key.isEmpty()))
            problem(n, at, QStringLiteral("both \"certificate\" and \"key\" are needed"));
        else if (const auto why =
                     m_checks.tls && n.kind == ConfigKind::Object ? m_checks.tls(files) : std::nullopt)
            problem(n, at, *why);
        m_config.tls = files;
    }
    void hosts(const JsonNode &n, const QString &at) {
        each(n, at, [&](const JsonNode &item, const QString &path) {
            const auto t = text(item, path);
            if (!t)
                return;
            const QString host = t->toLower();
            const bool good =
                !host.isEmpty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](QChar c) {
                    return c.unicode() < 0x80 &&
                           (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u':');
                });
            if (good)
                m_config.hosts.append(host);
            else
                problem(item, path, QStringLiteral("a host name without a port is expected"));
        });
    }
    void environment(const JsonNode &n, const QString &at, std::optional<Environment> &into) {
        const auto t = text(n, at);
        if (!t)
            return;
        into = environmentFromWord(*t);
        if (!into)
            problem(n, at, QStringLiteral("\"production\", \"staging\" or \"development\" is expected"));
    }
    void customerHeader(const JsonNode &n, const QString &at) {
        const auto t = text(n, at);
        if (!t)
            return;
        const bool good = !t->isEmpty() && t->size() <= 60 && std::all_of(t->begin(), t->end(), [](QChar c) {
            return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-');
        });
        if (!good)
            return problem(n, at, QStringLiteral("the name of a header is expected, like X-Customer"));
        m_config.customerHeader = t->toStdString();
    }
    void rules(const JsonNode &n, const QString &at) {
        QList<FieldError> faults;
        const QList<GatewayRule> list = wire::rulesFrom(n, at, faults);
        for (const FieldError &f : std::as_const(faults))
            m_problems.append({m_file, f.field, f.params.value(QStringLiteral("line")).toInt(),
                               f.params.value(QStringLiteral("column")).toInt(), ruleSentence(f)});
        if (m_checks.catalogue && n.kind == ConfigKind::List) {
            each(n, at, [this](const JsonNode &rule, const QString &path) {
                const JsonNode *text = rule.member(u"scope");
                const auto scope = text ? Scope::fromString(text->text) : std::nullopt;
                if (scope && !m_checks.catalogue->find(*scope))
                    problem(*text, path + QStringLiteral(".scope"), unknownPermission(*scope));
            });
        }
        m_config.fixedRules = list;
        m_config.rules = policy::Rules::of(list);
    }

    QString m_file;
    ConfigChecks m_checks;
    ServerConfig m_config;
    QList<ConfigProblem> m_problems;
};

QString sentenceOf(const FieldError &e) {
    static const std::map<QString, QString> words{
        {QStringLiteral("notUtf8"), QStringLiteral("the file is not UTF-8")},
        {QStringLiteral("byteOrderMark"), QStringLiteral("the file begins with a byte order mark")},
        {QStringLiteral("fileTooLarge"), QStringLiteral("the file is too large")},
        {QStringLiteral("tooDeep"), QStringLiteral("too many levels")},
        {QStringLiteral("tooManyValues"), QStringLiteral("too many values")},
        {QStringLiteral("duplicateKey"), QStringLiteral("this field stands twice")},
        {QStringLiteral("unexpectedEnd"), QStringLiteral("the file ends too early")},
        {QStringLiteral("numberTooLarge"), QStringLiteral("the number is too large")},
        {QStringLiteral("notWhole"), QStringLiteral("a whole number is expected")},
        {QStringLiteral("badNumber"), QStringLiteral("this is no number")},
        {QStringLiteral("badEscape"), QStringLiteral("unknown escape sequence")},
        {QStringLiteral("loneSurrogate"), QStringLiteral("half of a surrogate pair")},
        {QStringLiteral("controlCharacter"), QStringLiteral("a control character in a text")}};
    const auto at = words.find(e.code);
    return at == words.end() ? QStringLiteral("this is no JSON") : at->second;
}

/// Of a field that stands twice, its own and not only that of the object that has it.
QString pathOf(const FieldError &e) {
    const QString key = e.params.value(QStringLiteral("key")).toString();
    return key.isEmpty() ? e.field : e.field + u'.' + key;
}

} // namespace

ConfigResult parseConfig(const QByteArray &json, const QString &file, const ConfigChecks &checks) {
    const JsonReading read = readStrictJson(json, {1 << 20, 16, 50'000});
    QList<ConfigProblem> problems;
    for (const FieldError &e : read.errors)
        problems.append({file, pathOf(e), e.params.value(QStringLiteral("line")).toInt(),
                         e.params.value(QStringLiteral("column")).toInt(), sentenceOf(e)});
    ServerConfig config;
    if (read.root) {
        ConfigReader reader(file, checks);
        config = reader.read(*read.root);
        problems += reader.problems();
    }
    if (problems.isEmpty())
        return config;
    std::stable_sort(problems.begin(), problems.end(), [](const ConfigProblem &a, const ConfigProblem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return tl::unexpected(problems);
}

QList<ConfigProblem> problemsOf(const QList<GatewayRule> &rules, const Catalogue &catalogue,
                                const QString &vault) {
    QList<ConfigProblem> problems;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto scope = Scope::fromString(rules[i].scope);
        if (scope && !catalogue.find(*scope))
            problems.append(
                {vault, QStringLiteral("$.rules[%1].scope").arg(i), 0, 0, unknownPermission(*scope)});
    }
    return problems;
}

} // namespace latchkey::server
