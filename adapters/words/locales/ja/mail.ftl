### Letters by mail. All of it is plain text: no HTML, and no line breaks.

## What stands in several letters

mail-about = このメールは、{ $site } のアカウント { $account } についてのお知らせです。自動的に送信しているため、返信いただいても確認することはできません。
mail-settings = 2要素認証の設定：
mail-happened = 日時：{ $moment }

## A code

mail-code-subject = { $site } で使うコード
mail-code-what = { $site } のアカウント { $account } で使うコードは次のとおりです。
mail-code-lasts = 有効期間は{ $period }です。コードを要求したブラウザーでのみ、1回だけ使えます。
mail-code-advice = 今コードを要求した覚えがない場合は、ほかの人にパスワードを知られています。パスワードを変更してください。このコードは、{ $site } の関係者を名乗る人も含め、絶対に誰にも教えないでください。

## A link with which somebody confirms that an address is theirs

mail-confirmation-subject = { $site } で使うメールアドレスの確認
mail-confirmation-what = { $site } のアカウント { $account } にログインするためのコードを送れるように、このメールアドレスの確認をお願いします。
mail-confirmation-button = このアカウントがご自身のものであれば、下のページを開いて、ボタンを押してください。それ以降、アカウントにログインするためのコードを、このアドレスに送れるようになります。
mail-confirmation-lasts = このページは{ $period }使えます。
mail-confirmation-link = アドレスを確認するページを開く
mail-confirmation-advice = このアカウントがご自身のものでなければ、何もしないでください。ボタンが押されないかぎり、このアドレスにコードが送られることはありません。

## A second factor was added.

mail-added-subject = { $site } のアカウントに2要素認証の手段が追加されました
mail-added-what = { $site } のアカウント { $account } に、2要素認証の手段が追加されました。今後は、これを使ってログインできます。
mail-added-advice = ご自身の操作でなければ、ほかの人がこのアカウントにログインできる状態です。今すぐパスワードを変更してから、下のページで、追加された手段を削除してください。

## A second factor was removed.

mail-removed-subject = { $site } のアカウントから2要素認証の手段が削除されました
mail-removed-what = { $site } のアカウント { $account } から、2要素認証の手段が削除されました。これを使ってログインすることはできなくなりました。
mail-removed-advice = ご自身の操作でなければ、ほかの人がこのアカウントにログインできる状態です。今すぐパスワードを変更してから、下のページを確認し、2要素認証をもう一度設定してください。

## A recovery code was used.

mail-recovery-subject = { $site } のアカウントで復旧コードが使われました
mail-recovery-what = { $site } のアカウント { $account } で、復旧コードが使われました。
mail-recovery-left =
    { $left ->
       *[other] 復旧コードの残りは{ $left }個です。
    }
mail-recovery-few =
    { $left ->
       *[other] 復旧コードの残りはあと{ $left }個だけです。下のページで新しい復旧コードを発行し、安全な場所に保管してください。
    }
mail-recovery-none = これが最後の復旧コードでした。今すぐ下のページで新しい復旧コードを発行してください。復旧コードがないと、スマートフォンを紛失したときにログインできません。
mail-recovery-advice = ご自身の操作でなければ、ほかの人がパスワードを知っており、復旧コードも持っています。今すぐパスワードを変更してから、下のページで新しい復旧コードを発行してください。古い復旧コードは使えなくなります。

## There are new recovery codes.

mail-renewed-subject = { $site } のアカウントの復旧コードが新しくなりました
mail-renewed-what = { $site } のアカウント { $account } の新しい復旧コードが発行されました。以前の復旧コードはもう使えません。
mail-renewed-advice = ご自身の操作でなければ、ほかの人がこのアカウントにログインできる状態です。今すぐパスワードを変更してから、下のページで新しい復旧コードを発行してください。

## A device is remembered.

mail-remembered-subject = { $site } のアカウントでデバイスが記憶されました
mail-remembered-what = { $site } のアカウント { $account } にログインした人が、デバイスを記憶させました。しばらくの間、そのデバイスでは2要素認証を求められません。
mail-remembered-advice = ご自身の操作でなければ、ほかの人がこのアカウントにログインできる状態です。今すぐパスワードを変更してから、下のページで、すべてのデバイスの記憶を解除してください。

## The right password, and then a wrong code: the first one of the day.

mail-wrong-subject = { $site } のアカウントで間違ったコードが入力されました
mail-wrong-what = { $site } のアカウント { $account } のパスワードが入力された後、間違ったコードが入力されました。このコードではログインできませんでした。
mail-wrong-advice = ご自身の操作であれば、問題ありません。ご自身の操作でなければ、ほかの人にパスワードを知られています。今すぐ変更し、同じパスワードを使っているほかのサービスでもすべて変更してください。

## Somebody has a copy of what a remembered device is recognized by.

mail-copied-subject = { $site } のアカウントの記憶済みデバイスがコピーされました
mail-copied-what = { $site } のアカウント { $account } で、記憶済みデバイスを識別するための情報のコピーが、何者かに使われました。そのデバイスの記憶は解除しました。そのデバイスでは、ふたたび2要素認証が求められます。
mail-copied-advice = お使いのデバイスのどれかで、有害なプログラムがコピーを作成した可能性があります。そのようなプログラムがないか調べ、信頼できるデバイスでパスワードを変更してから、下のページを確認してください。

## An administrator took away everything that was set up.

mail-reset-subject = { $site } のアカウントの2要素認証がリセットされました
mail-reset-what = 管理者が、{ $site } のアカウント { $account } の2要素認証をリセットしました。アプリ、復旧コード、記憶済みデバイスなど、設定されていたものはすべて削除されました。
mail-reset-next = 下のページで、もう一度設定できます。{ $site } で2要素認証が必須の場合は、次にログインするときに設定を求められます。
mail-reset-advice = ご自身が依頼したものでなければ、すぐに { $site } の管理者に連絡し、パスワードを変更してください。

## A second factor will be required.

mail-announced-subject = { $site } で2要素認証が必要になります
mail-announced-what = { $moment } から、{ $site } のアカウント { $account } にログインするときに、2要素認証が必要になります。
mail-announced-why = 2要素認証があれば、ほかの人にパスワードを知られてもログインを防げます。ログインには、スマートフォンなど、ご本人が持っている別のものも必要になるためです。
mail-announced-advice = 下のページで、今日からでも数分で設定できます。

## A second factor is required.

mail-grace-subject = { $site } の2要素認証をお早めに設定してください
mail-grace-what = { $site } のアカウント { $account } には、2要素認証が必要です。設定は { $moment } まで延期できます。
mail-grace-then = それを過ぎると、設定が済むまでアカウントを使えません。
mail-grace-advice = 下のページで、数分で設定できます。
