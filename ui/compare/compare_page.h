#pragma once

#include "core/services/comparison/key_reading.h"
#include "ui/commands/page.h"
#include "ui/compare/comparison_model.h"
#include "ui/dialogs/places.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace latchkey::ui {

class PairView;

/// Two environments, or two connections, side by side. Changes nothing.
class ComparePage final : public QWidget, public Page {
    Q_OBJECT
public:
    ComparePage(Places &places, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    ~ComparePage() override;
    void refresh() override;
    [[nodiscard]] QLineEdit *searchBox() override { return m_search; }
    bool escape() override;
    void setTimeZone(const QTimeZone &zone);
    void compare(const PlaceChoice &left, const PlaceChoice &right);
    void swapSides();
    [[nodiscard]] ComparisonModel &model() { return *m_model; }
    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] PairView &pair() { return *m_pair; }
    /// What stands in the place of the table; empty: the table.
    [[nodiscard]] QString message() const;

signals:
    void keyWanted(const latchkey::KeyId &connection, const latchkey::KeyId &key);
    /// `other`: where the other side of the comparison is.
    void likeWanted(const latchkey::KeyId &connection, const latchkey::KeyId &key,
                    const latchkey::ui::PlaceChoice &other);

protected:
    void showEvent(QShowEvent *e) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Side {
        QComboBox *box = nullptr;
        PlaceChoice choice;
        std::shared_ptr<KeyService> service;
        std::unique_ptr<KeyReading> reader;
        QMetaObject::Connection news;
        std::optional<QList<ApiKey>> keys;
        qsizetype read = 0, total = 0;
    };
    QWidget *makeHeader();
    QWidget *makeFilters();
    QWidget *makeBody();
    void fillBoxes();
    void fitHeadings();
    void fitColumns();
    void chosen();
    void start();
    void follow(Side &side);
    void arrived(Side &side, const QList<ApiKey> &keys);
    void notRead(const Side &side, const Error &error);
    void showProgress();
    void showPairs();
    void showMessage(const QString &text, const QString &button = {});
    void stale();
    void filter();
    void chooseGroup(int button);
    void updateFilters();
    void showCurrent();
    void rowMenu(const QPoint &at);
    void open(bool leftSide);
    void createLike(bool leftSide);
    [[nodiscard]] std::optional<Place> placeOf(const PlaceChoice &choice) const; ///< none: not chosen yet
    [[nodiscard]] QString nameOf(const PlaceChoice &choice) const;
    [[nodiscard]] bool byEnvironment() const;

    Places &m_places;
    const Clock &m_clock;
    QTimeZone m_zone;
    ComparisonModel *m_model;
    Side m_left, m_right;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_message = nullptr, *m_stale = nullptr;
    QPushButton *m_again = nullptr;
    QTableView *m_table = nullptr;
    PairView *m_pair = nullptr;
    QLineEdit *m_search = nullptr;
    QList<QPushButton *> m_groups; ///< all, then by MatchGroup
    QComboBox *m_differences = nullptr;
    QTimer m_soon;
    KeyId m_currentLeft, m_currentRight;
    bool m_fitting = false, m_ownWidths = false; ///< of the table's columns; own: a person's
    bool m_toTable = false;                      ///< the table gets the focus when it comes
    bool m_wanted = true;                        ///< to be compared as soon as it is seen
    bool m_failed = false; ///< a side could not be read: what the other one says then is not shown
};

} // namespace latchkey::ui
