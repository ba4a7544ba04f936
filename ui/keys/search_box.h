#pragma once

#include "core/model/key_filter.h"
#include "core/model/secret_bytes.h"

#include <QLineEdit>

namespace latchkey::ui {

/// The search box. A pasted token never becomes text of it: it is taken out before the box shows or remembers
/// it.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(QWidget *parent = nullptr);
    void addTerm(const FilterTerm &term);
    void removeTerm(const FilterTerm &term);
    void correct(const FilterProblem &problem); ///< of this text: takes the nearest field
    [[nodiscard]] KeyFilter filter(QList<FilterProblem> *problems = nullptr) const {
        return parseFilter(text(), problems);
    }
    void clearAll() { setText({}); }

signals:
    void tokenPasted(const std::shared_ptr<latchkey::SecretBytes> &token);
    void leaveDown();

protected:
    void keyPressEvent(QKeyEvent *e) override;
    void contextMenuEvent(QContextMenuEvent *e) override;
    void dropEvent(QDropEvent *e) override;

private:
    bool takeToken(const QString &text);
    void pasteSafely();
};

} // namespace latchkey::ui
