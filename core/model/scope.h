#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <compare>
#include <initializer_list>
#include <optional>

namespace latchkey {

/// One permission, `resource:action`, such as `leads:read`. The text is [a-z0-9_.-]+:[a-z0-9_.-]+, at most
/// 100 characters. Services with words of their own have `mail.send` instead, without a colon.
class Scope {
public:
    Scope() = default;
    static std::optional<Scope> fromString(QStringView text);
    /// A service's own: [a-z0-9_.-]+, at most 100 characters; the action is what follows the last dot.
    static std::optional<Scope> fromService(QStringView text);
    [[nodiscard]] const QString &toString() const { return m_text; }
    [[nodiscard]] QStringView resource() const { return QStringView(m_text).left(border()); }
    /// Empty for a service's scope without a dot.
    [[nodiscard]] QStringView action() const { return QStringView(m_text).mid(border() + 1); }
    std::strong_ordering operator<=>(const Scope &o) const {
        const int c = m_text.compare(o.m_text);
        return c < 0   ? std::strong_ordering::less
               : c > 0 ? std::strong_ordering::greater
                       : std::strong_ordering::equal;
    }
    bool operator==(const Scope &o) const { return m_text == o.m_text; }
    friend size_t qHash(const Scope &s, size_t seed = 0) noexcept { return qHash(s.m_text, seed); }

private:
    explicit Scope(QString t)
        : m_text(std::move(t)) {}
    [[nodiscard]] qsizetype border() const {
        const qsizetype colon = m_text.indexOf(u':');
        const qsizetype at = colon >= 0 ? colon : m_text.lastIndexOf(u'.');
        return at >= 0 ? at : m_text.size();
    }
    QString m_text;
};

/// A sorted set of scopes without repetition. Cheap to copy (implicitly shared).
class ScopeSet {
public:
    ScopeSet() = default;
    explicit ScopeSet(QList<Scope> scopes);
    /// Every well-formed word of a space- or comma-separated list; `bad` collects the others.
    static ScopeSet parse(QStringView text, QStringList *bad = nullptr);
    void insert(const Scope &s);
    void remove(const Scope &s);
    [[nodiscard]] bool contains(const Scope &s) const;
    [[nodiscard]] bool containsAll(const ScopeSet &o) const;
    [[nodiscard]] ScopeSet without(const ScopeSet &o) const;
    [[nodiscard]] ScopeSet united(const ScopeSet &o) const;
    [[nodiscard]] ScopeSet intersected(const ScopeSet &o) const;
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_list.size(); }
    [[nodiscard]] const QList<Scope> &list() const { return m_list; }
    [[nodiscard]] auto begin() const { return m_list.cbegin(); }
    [[nodiscard]] auto end() const { return m_list.cend(); }
    /// Space-separated, sorted: the canonical form.
    [[nodiscard]] QString toString() const;
    bool operator==(const ScopeSet &) const = default;

private:
    QList<Scope> m_list;
};

} // namespace latchkey
