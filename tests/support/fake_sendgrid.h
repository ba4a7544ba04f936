#pragma once

#include "tests/support/http_fake.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <optional>

namespace latchkey {

/// SendGrid's v3 API as far as keys go, with its limits, its error shapes and its moods. Stateful; a subuser
/// has keys of its own. Knobs are for tests; what was asked is remembered, without the caller's key.
class FakeSendGrid final : public HttpFake {
public:
    struct Key {
        QByteArray id, secret;
        QString name;
        QStringList scopes;
        qint64 goneAtMs = -1; ///< deleted, but seen until then
        [[nodiscard]] QByteArray token() const { return "SG." + id + '.' + secret; }
    };
    /// In place of the real answer; the request is carried out first where it says so.
    struct Instead {
        Response response;
        bool carryOut = false;
    };

    QStringList scopes = defaultScopes();                       ///< of the caller
    QHash<QByteArray, QList<Key>> accounts{{QByteArray(), {}}}; ///< by on-behalf-of
    bool wrapped = false; ///< GET of one key as the specification has it
    int delayMs = 0, propagationMs = 0, mostKeys = 100;
    int mostListed = 0;                  ///< a larger limit is refused; 0: any is taken
    int perWindow = 0, windowMs = 2'000; ///< requests of one endpoint; 0: no limit
    qint64 skewS = 0;                    ///< how far its clock is ahead of ours
    bool tellsDate = true;
    std::function<std::optional<Instead>(const Request &)> mood;
    QList<Request> asked;

    FakeSendGrid() { m_time.start(); }
    [[nodiscard]] QByteArray callerKey() const { return "SG." + idOf(900'000) + '.' + secretOf(900'000); }
    [[nodiscard]] QList<Key> &keys(const QByteArray &subuser = {}) { return accounts[subuser]; }
    Key &add(const QString &name, const QStringList &granted = {QStringLiteral("mail.send")}) {
        QList<Key> &all = keys();
        all.append({idOf(++m_made), secretOf(m_made), name, granted, -1});
        return all.last();
    }
    /// The key that the caller signs in with, among the account's own.
    Key &addCaller() {
        keys().append({idOf(900'000), secretOf(900'000), QStringLiteral("Latchkey"), scopes, -1});
        return keys().last();
    }
    Key *find(const QByteArray &id, const QByteArray &subuser = {}) {
        for (Key &k : accounts[subuser]) {
            if (k.id == id && (k.goneAtMs < 0 || k.goneAtMs > m_time.elapsed()))
                return &k;
        }
        return nullptr;
    }
    [[nodiscard]] int count(const QByteArray &method, const QByteArray &path = {}) const {
        return static_cast<int>(std::count_if(asked.begin(), asked.end(), [&](const Request &r) {
            return r.method == method && r.path.startsWith(path);
        }));
    }
    static QStringList defaultScopes() {
        QStringList all;
        const auto add = [&all](const char *resource, std::initializer_list<const char *> actions) {
            for (const char *a : actions)
                all.append(QLatin1StringView(resource) + u'.' + QLatin1StringView(a));
        };
        for (const char *r : {"api_keys",
                              "alerts",
                              "asm.groups",
                              "categories",
                              "ips.pools",
                              "mail.batch",
                              "mail_settings.footer",
                              "marketing",
                              "subusers",
                              "suppression.bounces",
                              "suppression.blocks",
                              "templates",
                              "templates.versions",
                              "tracking_settings.open",
                              "tracking_settings.click",
                              "user.profile",
                              "user.webhooks.event.settings",
                              "whitelabel",
                              "teammates",
                              "billing"})
            add(r, {"create", "read", "update", "delete"});
        add("mail", {"send"});
        for (const char *r :
             {"stats", "stats.global", "browsers.stats", "clients.stats", "geo.stats", "email_activity"})
            add(r, {"read"});
        all.append({QStringLiteral("2fa_required"), QStringLiteral("sender_verification_eligible")});
        return all;
    }

protected:
    Response answer(const Request &r) override {
        Request kept = r;
        kept.headers.removeIf([](const auto &h) { return h.first == "authorization"; });
        asked.append(kept);
        const auto instead = mood ? mood(r) : std::nullopt;
        Response a = instead && !instead->carryOut ? instead->response : limited(r);
        if (instead && instead->carryOut)
            a = instead->response;
        a.delayMs = qMax(a.delayMs, delayMs);
        if (tellsDate)
            a.headers.append({"Date", QLocale::c()
                                          .toString(QDateTime::currentDateTimeUtc().addSecs(skewS),
                                                    QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                          .toLatin1()});
        return a;
    }

private:
    struct Window {
        qint64 endsMs = 0;
        int left = 0;
    };
    static QByteArray idOf(int n) {
        return QCryptographicHash::hash("id " + QByteArray::number(n), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding)
            .left(22);
    }
    static QByteArray secretOf(int n) {
        return QCryptographicHash::hash("secret " + QByteArray::number(n), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            .left(43);
    }
    static Response json(int status, const QJsonObject &o) {
        return {
            status, QJsonDocument(o).toJson(QJsonDocument::Compact), {{"Content-Type", "application/json"}}};
    }
    static Response refusal(int status, const QString &message, const QJsonValue &field = QJsonValue::Null) {
        const QJsonObject one{{QStringLiteral("message"), message}, {QStringLiteral("field"), field}};
        return json(status, {{QStringLiteral("errors"), QJsonArray{one}}});
    }
    QJsonObject shown(const Key &k) const {
        return {{QStringLiteral("api_key_id"), QString::fromLatin1(k.id)},
                {QStringLiteral("name"), k.name},
                {QStringLiteral("scopes"), QJsonArray::fromStringList(k.scopes)}};
    }
    Response limited(const Request &r) {
        if (perWindow == 0)
            return carryOut(r);
        const qint64 now = m_time.elapsed();
        Window &w = m_windows[r.method + ' ' + (r.path.count('/') > 2 ? QByteArray("one") : r.path)];
        if (now >= w.endsMs)
            w = {now + windowMs, perWindow};
        const bool over = w.left == 0;
        if (!over)
            --w.left;
        const qint64 resetMs = QDateTime::currentMSecsSinceEpoch() + skewS * 1'000 + (w.endsMs - now);
        Response a = over ? refusal(429, QStringLiteral("too many requests")) : carryOut(r);
        a.headers += {{"X-RateLimit-Limit", QByteArray::number(perWindow)},
                      {"X-RateLimit-Remaining", QByteArray::number(w.left)},
                      {"X-RateLimit-Reset", QByteArray::number((resetMs + 999) / 1'000)}};
        return a;
    }
    bool mayUse(const char *scope) const { return scopes.contains(QLatin1StringView(scope)); }
    std::optional<Response> faults(const QJsonObject &body) const {
        const QString name = body.value(QStringLiteral("name")).toString();
        if (name.isEmpty() || name.size() > 100)
            return refusal(400, QStringLiteral("name is required"), QStringLiteral("name"));
        bool billing = false, other = false;
        for (const QJsonArray list = body.value(QStringLiteral("scopes")).toArray();
             const QJsonValue &v : list) {
            if (!scopes.contains(v.toString()))
                return refusal(400, QStringLiteral("invalid scope: ") + v.toString(),
                               QStringLiteral("scopes"));
            (v.toString().startsWith(QStringLiteral("billing.")) ? billing : other) = true;
        }
        if (billing && other)
            return refusal(400, QStringLiteral("Billing permissions are mutually exclusive"),
                           QStringLiteral("scopes"));
        return std::nullopt;
    }
    QStringList granted(const QJsonObject &body) const {
        QStringList list;
        for (const QJsonArray asked_ = body.value(QStringLiteral("scopes")).toArray();
             const QJsonValue &v : asked_)
            list.append(v.toString());
        if (!body.contains(QStringLiteral("scopes")))
            list = scopes;
        for (const char *own : {"2fa_required", "sender_verification_eligible"}) {
            if (!list.contains(QLatin1StringView(own)))
                list.append(QLatin1StringView(own));
        }
        return list;
    }
    Response carryOut(const Request &r) {
        if (r.header("authorization") != "Bearer " + callerKey())
            return refusal(401, QStringLiteral("authorization required"));
        if (!r.header("accept").contains("application/json"))
            return json(406, {{QStringLiteral("error"), QStringLiteral("not acceptable")}});
        const QByteArray who = r.header("on-behalf-of");
        if (!accounts.contains(who))
            return refusal(403, QStringLiteral("access forbidden"));
        if (r.path == "/v3/scopes")
            return json(200, {{QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)}});
        const QJsonObject body = QJsonDocument::fromJson(r.body).object();
        if (r.path == "/v3/api_keys")
            return r.method == "POST" ? make(who, body) : list(who, r.query);
        if (!r.path.startsWith("/v3/api_keys/"))
            return refusal(404, QStringLiteral("resource not found"));
        Key *key = find(r.path.mid(13), who);
        if (!key)
            return refusal(404, QStringLiteral("unable to find API Key"));
        return r.method == "GET" ? one(*key) : change(r.method, *key, body);
    }
    Response list(const QByteArray &who, const QByteArray &query) {
        if (!mayUse("api_keys.read"))
            return refusal(403, QStringLiteral("access forbidden"));
        const int limit = query.startsWith("limit=") ? query.mid(6).toInt() : 0;
        if (mostListed > 0 && limit > mostListed)
            return refusal(400, QStringLiteral("limit is out of range"), QStringLiteral("limit"));
        QJsonArray all;
        for (const Key &k : std::as_const(accounts[who])) {
            if (limit > 0 && all.size() == limit)
                break;
            if (k.goneAtMs < 0 || k.goneAtMs > m_time.elapsed())
                all.append(QJsonObject{{QStringLiteral("api_key_id"), QString::fromLatin1(k.id)},
                                       {QStringLiteral("name"), k.name}});
        }
        return json(200, {{QStringLiteral("result"), all}});
    }
    Response one(const Key &key) const {
        if (!mayUse("api_keys.read"))
            return refusal(403, QStringLiteral("access forbidden"));
        return json(200,
                    wrapped ? QJsonObject{{QStringLiteral("result"), QJsonArray{shown(key)}}} : shown(key));
    }
    Response make(const QByteArray &who, const QJsonObject &body) {
        if (!mayUse("api_keys.create"))
            return refusal(403, QStringLiteral("access forbidden"));
        if (auto bad = faults(body))
            return *bad;
        QList<Key> &all = accounts[who];
        const auto living =
            std::count_if(all.begin(), all.end(), [](const Key &k) { return k.goneAtMs < 0; });
        if (living >= mostKeys)
            return refusal(403, QStringLiteral("Cannot create more than 100 API Keys"));
        ++m_made;
        all.append({idOf(m_made), secretOf(m_made), body.value(QStringLiteral("name")).toString(),
                    granted(body), -1});
        QJsonObject o = shown(all.last());
        o.insert(QStringLiteral("api_key"), QString::fromLatin1(all.last().token()));
        return json(201, o);
    }
    Response change(const QByteArray &method, Key &key, const QJsonObject &body) {
        if (method == "DELETE") {
            if (!mayUse("api_keys.delete"))
                return refusal(403, QStringLiteral("access forbidden"));
            key.goneAtMs = m_time.elapsed() + propagationMs;
            return {204, {}, {}};
        }
        if (!mayUse("api_keys.update"))
            return refusal(403, QStringLiteral("access forbidden"));
        if (auto bad = faults(body))
            return *bad;
        key.name = body.value(QStringLiteral("name")).toString();
        if (method == "PUT")
            key.scopes = granted(body);
        return json(200, shown(key));
    }

    QElapsedTimer m_time;
    QHash<QByteArray, Window> m_windows;
    int m_made = 0;
};

} // namespace latchkey
