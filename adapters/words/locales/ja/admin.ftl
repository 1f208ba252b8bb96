### The pages of administrators: people, one person, why, and the log.

admin-navigation = 管理
admin-people = ユーザー
admin-rules = ルール
admin-log = ログ
admin-own-settings = 自分の2要素認証

admin-pages = ページ
admin-previous = 前へ
admin-next = 次へ
admin-page = { $number }ページ目
admin-no-such-page = そのページはありません。
admin-first-page = 最初のページを表示

admin-people-heading = ユーザーと2要素認証の状況
admin-settling = <strong>一覧はまだ集計中です。</strong>ルールが変更されたため、集計し直しています。確定した数を見るには、1分ほどしてからページを開き直してください。
admin-overview = 概要
admin-have-one =
    { $total ->
       *[other] <strong>{ $total }人中{ $count }人</strong>が2要素認証を設定済みです。
    }
admin-missing =
    { $count ->
       *[other] <strong>{ $count }人</strong>は設定が必須ですが、まだ設定していません：
    }
admin-nobody-missing = 必須のユーザーは全員設定済みです。
admin-status-count = { $status }：{ $count }
admin-by-status = 全員の状況：
admin-by-domain = ドメイン別
admin-by-role = ロール別
admin-people-by-domain = ドメイン別のユーザー
admin-people-by-role = ロール別のユーザー
admin-column-have = 設定済み
admin-column-missing = 必須で未設定
admin-more-groups =
    { $count ->
       *[other] 人数の少ない{ $count }件は表示していません。
    }
admin-nobody-yet = まだ誰も記録されていません。
admin-nobody-yet-why = まだ誰も記録されていません。ユーザーは最初のログイン時にここに表示されます。アプリケーションがユーザーの一覧を提供している場合は、すぐに表示されます。
admin-those-who-match = 検索結果
admin-everybody = 全員
admin-nobody-matches = 該当するユーザーはいません。検索では、名前、アドレス、キーの<em>先頭部分</em>だけを調べます。

admin-search-people = ユーザーの検索
admin-begins-with = 名前、アドレス、キーの先頭部分
admin-status = 状況
admin-any = すべて
admin-domain = ドメイン
admin-role = ロール
admin-tenant = テナント
admin-search = 検索
admin-show-everybody = 全員を表示
admin-name = 名前
admin-roles = ロール
admin-roles-label = ロール：
admin-download-everybody = 全員の表をダウンロード（CSV）
admin-download-matching = 検索結果の表をダウンロード（CSV）

admin-until = { $until } まで
admin-from = { $from } から
admin-since = { $since } から
admin-skips-left =
    { $count ->
       *[other] あと{ $count }回延期可能
    }

admin-why-title = 理由：{ $user }
admin-why-heading = <span class="cs-break">{ $user }</span> に2要素認証を求める（または求めない）理由
admin-explanation = 説明
admin-everything = このユーザーのすべての情報
admin-decided-nobody = 現在有効なルールに、このユーザーを対象とするものはありません。2要素認証は利用できますが、必須ではありません。
admin-decided-rule = 次のルールが適用されています：{ $rule }。
admin-decided-own = 管理者（{ $by }）がこのユーザーについて個別に決定しており、どのルールよりも優先されます：{ $decision }。
admin-decided-held-rule = このユーザーは、ルール「{ $rule }」により、{ $since } から2要素認証が必須です。現在のアドレス、ロール、テナントではもう対象になりませんが、管理者がこのユーザーについて決定するか、そのルールを削除するまでは、必須のままです。
admin-decided-held = このユーザーは、{ $since } から2要素認証が必須です。管理者がこのユーザーをリセットしたか、以前の所属先ですでに必須になっていました。管理者がこのユーザーについて決定するまでは、必須のままです。
admin-reason-given = 記載された理由：{ $reason }

admin-own-require = このユーザーは2要素認証が必須です
admin-own-require-until = このユーザーは2要素認証が必須です（{ $until } まで延期可能）
admin-own-require-for = このユーザーは2要素認証が必須です（必須になってから{ $period }は延期可能）
admin-own-require-skips =
    { $count ->
       *[other] このユーザーは2要素認証が必須です（{ $count }回まで延期可能）
    }
admin-own-release = ルールにかかわらず、このユーザーに2要素認証は必要ありません
admin-own-exempt = ルールにかかわらず、{ $until } までこのユーザーには何も求めません
admin-own-ended = 管理者（{ $by }）が { $at } に次のとおり決定しました：{ $decision }。この決定は終了しています。理由：{ $reason }

admin-asked-nothing = 何も求めません。
admin-asked-if-enrolled = 2要素認証を設定していれば、ログイン時に求めます。必須ではありません。
admin-asked-grace = 2要素認証は必須です。{ $until } までは、未設定でもログインできます。
admin-asked-always = 2要素認証は必須です。未設定の場合は、先に設定する必要があります。
admin-asked-recent = 直近の{ $period }に2要素認証を行っている必要があります。

admin-lost = 適用されなかったルール（{ $count }）
admin-lost-more =
    { $count ->
       *[other] このユーザーを対象としないものが、ほかに{ $count }件あります。
    }
admin-lost-own-decides = 管理者がこのユーザーについて決定しています。
admin-lost-held-decides = 以前から必須だった状態が続いています。
admin-lost-farther-away = このユーザーにより近いルールが適用されています。
admin-lost-less-strict = 同じ種類のルールのうち、より厳しいもの、または同じ厳しさで先にあるものが適用されています。
admin-lost-not-yet = まだ有効になっていません。
admin-lost-not-about = このユーザーを対象としていません。

admin-exempt-kinds = 次の種類のログインには何も求めません：{ $kinds }。
admin-exempt-kinds-whatever = ここでの説明にかかわらず、次の種類のログインには何も求めません：{ $kinds }。
admin-kind-sso = シングルサインオン
admin-kind-sso-mfa = 複数の要素を確認したシングルサインオン
admin-kind-api-key = APIキー
admin-kind-service = サービスアカウント

admin-status-why = 状況と理由
admin-user = ユーザー
admin-key = キー
admin-address = メールアドレス
admin-not-confirmed = { $address }（未確認）
admin-no-address = なし
admin-no-roles = なし
admin-set-up = 設定されているもの
admin-nothing-set-up = ありません。
admin-kind = 種類
admin-recovery-left = 復旧コードの残り
admin-recovery-count = { $total }個中{ $count }個
admin-devices = 記憶済みデバイス
admin-history = 履歴
admin-history-all = すべての履歴をログで見る
admin-own-account = これはご自身のアカウントです。自分のアカウントについて、ここで決定することはできません。ほかの管理者に依頼してください。

admin-done-required = このユーザーの2要素認証を必須にしました。
admin-done-released = このユーザーに2要素認証は必要なくなりました。
admin-done-exempted = 免除期間が終わるまで、このユーザーには何も求めません。
admin-done-follows-rules = このユーザーは、ふたたびルールに従います。
admin-done-reset = このユーザーをリセットしました。設定されていたものはすべて削除され、すべてのセッションとデバイスの記憶が終了しました。ユーザーはもう一度設定する必要があります。

admin-decide = このユーザーについて決定する
admin-decide-intro = ここでの決定は、どのルールよりも優先されます。理由はログに記録され、ユーザー本人も読むことができます。
admin-require = 2要素認証を必須にする
admin-put-off = 延期を認めますか？
admin-put-off-no = いいえ（すぐに必須）
admin-release = 必須から外す
admin-release-what = ルールにかかわらず、別の決定があるまで、このユーザーに2要素認証は必要ありません。設定済みの場合は、引き続き求められます。
admin-release-button = このユーザーを必須から外す
admin-exempt = 一定期間免除
admin-exempt-what = 指定した日まで、このユーザーには何も求めません。設定済みの2要素認証も求めません。その後は、自動的にルールに従う状態に戻ります。
admin-last-day = 最終日（UTC）
admin-exempt-button = このユーザーを免除
admin-follow = ルールに従う状態に戻す
admin-follow-what = このユーザーについての決定と、続いていた必須の状態を解除します。それ以降は、ルールだけに従います。
admin-follow-button = ルールどおりに戻す
admin-reason-hint = ログに記録されます。
admin-reason-hint-user = ログに記録され、ユーザー本人も読むことができます。
admin-reason-hint-activation = 有効化のページで、ユーザー本人に表示されます。
admin-reason-hint-reset = 本人であることをどのように確認したかを書いてください。ログに記録されます。

admin-reset-title = スマートフォンと復旧コードを紛失した場合
admin-reset-what = リセットすると、アプリ、復旧コード、記憶済みデバイスがすべて削除され、2要素認証を行ったセッションもすべて終了します。ユーザーにはメールで通知され、次のログイン時にもう一度設定する必要があります。本当に本人からの依頼であることを確認してください。
admin-reset = このユーザーをリセット
admin-reset-button = { $user } の設定をすべて削除

admin-entries = 項目
admin-search-log = ログの検索
admin-key-of-user = ユーザーのキー
admin-show-everything = すべて表示
admin-nothing-about-user = このユーザーについての記録はありません。
admin-nothing-yet = まだ何も記録されていません。

admin-address-open = アドレス未確認
admin-address-shared = 別のアカウントに同じアドレスがあるため、このアドレスにはコードもリンクも送信されません。
admin-resend = リンクを再送信
admin-resend-hint = アドレスを確認するためのリンクが、ユーザーにメールで届きます。以前に送信したリンクは使えなくなります。
admin-done-confirmation = リンクのメールは、まもなく届きます。
admin-confirm-many = アドレスの確認を依頼
admin-confirm-many-what = この一覧のうち、アドレスが未確認の全員に、リンクのメールを1回だけ送信します。送信はバックグラウンドで続きます。
admin-confirm-everybody = 全員にリンクを送信
admin-confirm-matching = 検索結果のユーザーにリンクを送信
admin-confirm-progress = 進み具合を見る
admin-nothing-to-confirm = 確認するアドレスはありません
admin-nothing-to-confirm-detail = アドレスがすでに確認済みか、確認できるアドレスがないか、ここではメールを送信していません。
admin-confirmations = アドレスの確認
admin-confirmations-progress = メールで送るリンク
admin-confirmations-none = 複数のユーザーへのリンクの一括送信は、まだ行われていません。
admin-confirmations-run = { $began } に開始し、進行中です。
admin-confirmations-ended = { $began } に開始し、{ $ended } に完了しました。
admin-confirmations-seen = 調べたユーザー
admin-confirmations-sent = 送信したリンク
admin-confirmations-left = メールサーバーがまだ受け付けていないもの
admin-confirmations-confirmed = 確認済み
admin-confirmations-recent = 直近の1時間以内にリンクを送信済み
admin-confirmations-without = アドレスなし、または複数のアカウントで重複
admin-confirmations-failed = 配信不可
admin-confirmations-unsure = 届いていない可能性あり
admin-confirmations-unsure-hint = リンクが届いていない可能性があるユーザーには、二重に届くのを避けるため、この一括送信では送り直しません。ユーザーのページから再送信してください。
admin-confirmations-by-itself = 数は5秒ごとに自動で更新されます。
admin-confirmations-still = 自動更新を停止
admin-confirmations-again = 現在の数を表示
